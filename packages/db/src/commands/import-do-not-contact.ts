import { maskAlias, normalizeAlias } from "@heed/core/suppression/alias";
import type { DoNotContactList } from "@heed/core/suppression/do-not-contact-list";
import type { Instant } from "@heed/core/time";
import { doNotContact } from "../schema/connect.ts";
import { suppression } from "../schema/notice.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { buyerKeysOf } from "./buyer-keys.ts";

export interface ImportList {
  readonly storeId: string;
  readonly list: Pick<DoNotContactList, "orderIds" | "aliases">;
  readonly ring: KeyRing;
  readonly now: Instant;
}

export interface Imported {
  readonly orders: number;
  readonly buyers: number;
}

const BATCH = 1_000;

/**
 * Takes in a list of buyers whom the seller does not write to. An alias is remembered by its key, never in clear; an
 * order also before it comes in, and with it every other order of its buyer (buyer-facts.ts).
 * @returns how many were new
 */
export async function importDoNotContact(tx: TenantDb, { storeId, list, ring, now }: ImportList): Promise<Imported> {
  let [orders, buyers] = [0, 0];
  for (const orderIds of batches(list.orderIds)) orders += await putOrders(tx, { storeId, orderIds, now });
  for (const aliases of batches(list.aliases)) buyers += await putBuyers(tx, { storeId, aliases, ring, now });
  const after = { orders, buyers };
  await appendAudit(tx, { now, act: "store.do_not_contact_imported", subject: `store:${storeId}`, after });
  await appendLive(tx, ["notices"], now);
  return after;
}

function* batches<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += BATCH) yield values.slice(from, from + BATCH);
}

interface Orders {
  readonly storeId: string;
  readonly orderIds: readonly string[];
  readonly now: Instant;
}

async function putOrders(tx: TenantDb, { storeId, orderIds, now }: Orders): Promise<number> {
  const rows = await tx.sql
    .insert(doNotContact)
    .values(orderIds.map((orderId) => ({ tenantId: tx.tenantId, storeId, orderId, at: now })))
    .onConflictDoNothing()
    .returning({ orderId: doNotContact.orderId });
  return rows.length;
}

interface Buyers {
  readonly storeId: string;
  readonly aliases: readonly string[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

async function putBuyers(tx: TenantDb, { storeId, aliases, ring, now }: Buyers): Promise<number> {
  const keys = await buyerKeysOf(tx, { storeId, ring, aliases });
  const values = aliases.flatMap((alias) => {
    const found = keys.get(normalizeAlias(alias));
    if (found === undefined) return [];
    const { key: buyerKey, keyId: buyerKeyId } = found;
    const reason = "own_list" as const;
    return [{ tenantId: tx.tenantId, storeId, buyerKey, buyerKeyId, masked: maskAlias(alias), reason, at: now }];
  });
  if (values.length === 0) return 0;
  const rows = await tx.sql
    .insert(suppression)
    .values(values)
    .onConflictDoNothing({
      target: [suppression.tenantId, suppression.storeId, suppression.buyerKey, suppression.reason],
    })
    .returning({ id: suppression.id });
  return rows.length;
}
