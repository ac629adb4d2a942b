import type { BuyerFacts } from "@heed/core/policy/facts";
import { and, eq, isNull } from "drizzle-orm";
import { suppression } from "../schema/notice.ts";
import type { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";

/** What is known of an order's buyer: refusals that hold, by the key that outlives the alias. */
export async function buyerFacts(tx: TenantDb, row: typeof order.$inferSelect): Promise<BuyerFacts> {
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
