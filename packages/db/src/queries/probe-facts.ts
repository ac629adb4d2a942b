import type { BuyerFacts } from "@heed/core/policy/facts";
import { mayProbe } from "@heed/core/suppression/probe";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

interface ProbeInput {
  readonly storeId: string;
  readonly buyerKey: Uint8Array | null;
  readonly now: Instant;
}

/** Lets a buyer who refused long ago have one e-mail again, where the store chose so (core/suppression/probe.ts). */
export async function withProbe(tx: TenantDb, buyer: BuyerFacts, input: ProbeInput): Promise<BuyerFacts> {
  const { storeId, buyerKey, now } = input;
  if (buyer.optedOut === null || buyerKey === null) return buyer;
  const [place] = await tx.sql
    .select({ afterDays: store.probeAfterDays })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  const afterDays = place?.afterDays ?? null;
  if (afterDays === null) return buyer;
  const facts = { refusedAt: buyer.optedOut.at, afterDays, underWay: await isUnderWay(tx, input), now };
  return mayProbe(facts) ? { ...buyer, optedOut: null } : buyer;
}

async function isUnderWay(tx: TenantDb, { storeId, buyerKey }: ProbeInput): Promise<boolean> {
  const open = await tx.sql
    .select({ id: message.id })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        eq(order.storeId, storeId),
        eq(order.buyerKey, buyerKey ?? new Uint8Array()),
        eq(message.lane, "email"),
        inArray(message.state, ["sending", "sent", "unknown"]),
      ),
    )
    .limit(1);
  return open.length > 0;
}
