import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { type OrderChange, parseAmazonNotification } from "@heed/core/order/order-notification";
import type { Instant } from "@heed/core/time";
import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { withoutValues } from "../database-error.ts";
import { keepSecret } from "../identity/application-secrets.ts";
import { claimDelivery } from "../identity/webhook-receipts.ts";
import { store, syncCursor } from "../schema/store.ts";
import type { KeyRing } from "../seal.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { noteOrderFacts } from "./order-facts.ts";
import type { OrderFact } from "./waiting-facts.ts";

export interface NotificationPorts {
  readonly db: Db;
  readonly system: SystemDb;
  readonly ring: KeyRing;
}

export type NotificationEnd = "applied" | "repeated" | "unknown seller" | "ignored" | "malformed";

/** Sync is not pulled closer than this after the last one: Amazon's search allows one call in three minutes. */
const QUIET_AFTER_SYNC = "10 minutes";
/** Amazon's search answers nothing younger than two minutes. */
const SEARCHABLE_AFTER = { minutes: 3 };

/**
 * One notification of Amazon, by SQS or EventBridge, in any order and any number of times: its id is claimed in the
 * transaction that does the work. What it says of a known order counts at once; the next sync brings the rest.
 */
export async function receiveAmazonNotification(
  ports: NotificationPorts,
  { body, now }: { readonly body: string; readonly now: Instant },
): Promise<{ readonly ended: NotificationEnd; readonly detail: string }> {
  const read = parseAmazonNotification(body);
  switch (read.kind) {
    case "malformed":
      return { ended: "malformed", detail: read.fields.join(", ") };
    case "ignored":
      return { ended: "ignored", detail: read.type };
    case "new_secret":
      await keepSecret(ports, read.secret);
      return { ended: "applied", detail: "new secret" };
    case "order_change":
      return { ended: await applyToStores(ports, { id: read.id, change: read.change, now }), detail: "ORDER_CHANGE" };
  }
}

interface Received {
  readonly id: string;
  readonly change: OrderChange;
  readonly now: Instant;
}

/** One seller id may stand for stores of several regions; the marketplace tells which is meant, where we know it. */
async function applyToStores(ports: NotificationPorts, received: Received): Promise<NotificationEnd> {
  const { sellerId, marketplaceId } = received.change;
  const region = marketplaceById(marketplaceId)?.region;
  const stores = await ports.system.sql
    .select({ tenantId: store.tenantId, id: store.id })
    .from(store)
    .where(and(eq(store.sellerId, sellerId), region === undefined ? undefined : eq(store.region, region)))
    .catch((error: unknown) => {
      throw withoutValues(error);
    });
  if (stores.length === 0) return "unknown seller";
  let applied = 0;
  for (const { tenantId, id: storeId } of stores) {
    applied += await withTenant(ports.db, systemAccess(tenantId), async (tx) => {
      const claimed = await claimDelivery(tx, {
        source: `amazon:${storeId}`,
        deliveryId: received.id,
        now: received.now,
      });
      if (claimed) await apply(tx, { ...received, storeId, ring: ports.ring });
      return claimed ? 1 : 0;
    });
  }
  return applied === 0 ? "repeated" : "applied";
}

interface StoreChange extends Received {
  readonly storeId: string;
  readonly ring: KeyRing;
}

async function apply(tx: TenantDb, { storeId, change, ring, now }: StoreChange): Promise<void> {
  const { unknown } = await noteOrderFacts(tx, { storeId, facts: [factOf(change)], ring, now });
  if (unknown > 0) await pullSync(tx, { storeId, now });
}

function factOf({ orderId, status, cancelRequested, at }: OrderChange): OrderFact {
  return {
    orderId,
    ...(status === null ? {} : { statusNews: { value: status, at } }),
    ...(cancelRequested ? { cancelRequestedAt: at } : {}),
  };
}

/** An order that we do not know yet: sync is brought forward, within what Amazon's search allows. */
async function pullSync(tx: TenantDb, { storeId, now }: { storeId: string; now: Instant }): Promise<void> {
  const soon = now.add(SEARCHABLE_AFTER).toString();
  const last = tx.sql
    .select({ at: sql`${syncCursor.lastSyncAt} + ${QUIET_AFTER_SYNC}::interval` })
    .from(syncCursor)
    .where(and(eq(syncCursor.tenantId, tx.tenantId), eq(syncCursor.storeId, storeId)));
  await tx.sql
    .update(store)
    .set({ nextSyncAt: sql`least(${store.nextSyncAt}, greatest(${soon}::timestamptz, (${last})))` })
    .where(
      and(
        eq(store.tenantId, tx.tenantId),
        eq(store.id, storeId),
        isNotNull(store.nextSyncAt),
        gt(store.nextSyncAt, now.add(SEARCHABLE_AFTER)),
      ),
    );
}
