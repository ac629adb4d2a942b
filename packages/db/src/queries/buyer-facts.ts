import type { BuyerFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { doNotContact } from "../schema/connect.ts";
import { suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";

type OrderRow = typeof order.$inferSelect;

/** What is known of an order's buyer: refusals that hold, by the key that outlives the alias, and the seller's own list. */
export async function buyerFacts(tx: TenantDb, row: OrderRow): Promise<BuyerFacts> {
  const facts = await refusals(tx, row);
  if (facts.suppressed !== null) return facts;
  const at = await listedAt(tx, row);
  return at === null ? facts : { ...facts, suppressed: { at, reason: "own_list" } };
}

/** Whether the list names this order, or another one of the same buyer; both by their own index. */
async function listedAt(tx: TenantDb, { storeId, orderId, buyerKey }: OrderRow): Promise<Instant | null> {
  const [row] = await tx.sql
    .select({ at: doNotContact.at })
    .from(doNotContact)
    .where(
      and(
        eq(doNotContact.tenantId, tx.tenantId),
        eq(doNotContact.storeId, storeId),
        inArray(doNotContact.orderId, [orderId, ...(await otherOrders(tx, { storeId, buyerKey }))]),
      ),
    )
    .limit(1);
  return row?.at ?? null;
}

async function otherOrders(
  tx: TenantDb,
  { storeId, buyerKey }: Pick<OrderRow, "storeId" | "buyerKey">,
): Promise<string[]> {
  if (buyerKey === null) return [];
  const rows = await tx.sql
    .select({ orderId: order.orderId })
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.buyerKey, buyerKey)));
  return rows.map((row) => row.orderId);
}

async function refusals(tx: TenantDb, row: OrderRow): Promise<BuyerFacts> {
  const base = { aliasKnown: row.alias !== null, repeatBuyer: row.repeatBuyer };
  if (row.buyerKey === null) return { ...base, optedOut: null, suppressed: null };
  const rows = await tx.sql
    .select({ reason: suppression.reason, at: suppression.at, noticeId: suppression.noticeId })
    .from(suppression)
    .where(
      and(
        eq(suppression.tenantId, tx.tenantId),
        eq(suppression.storeId, row.storeId),
        eq(suppression.buyerKey, row.buyerKey),
        isNull(suppression.liftedAt),
      ),
    );
  const optedOut = rows.find(({ reason }) => reason === "opted_out");
  const other = rows.find(({ reason }) => reason !== "opted_out");
  return {
    ...base,
    optedOut: optedOut === undefined ? null : { at: optedOut.at, noticeId: optedOut.noticeId },
    suppressed: other === undefined || other.reason === "opted_out" ? null : { at: other.at, reason: other.reason },
  };
}
