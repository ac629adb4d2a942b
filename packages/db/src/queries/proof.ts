import type { Decision } from "@heed/core/policy/decision";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, gt, gte, lt, sql } from "drizzle-orm";
import { decision } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

/** One line of the ledger, as an appeal to Amazon needs it: which order, what was decided, by which rule and facts. */
export interface ProofLine {
  readonly id: string;
  readonly at: Instant;
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly decision: Pick<Decision, "phase" | "verdict" | "purpose" | "lane" | "rule" | "rulePack" | "reasons">;
}

export interface ProofInput {
  readonly storeId: StoreChoice;
  /** One order, or all of a period. */
  readonly orderRef: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** Id of the last line of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** The oldest first; ids follow time, so that a period is read page by page along them. */
export async function proofLines(tx: TenantDb, input: ProofInput): Promise<ProofLine[]> {
  const { storeId, orderRef, from, to, after, limit } = input;
  const rows = await tx.sql
    .select({ decision, orderId: order.orderId, marketplaceId: order.marketplaceId })
    .from(decision)
    .innerJoin(order, and(eq(order.tenantId, decision.tenantId), eq(order.id, decision.orderRef)))
    .where(
      and(
        eq(decision.tenantId, tx.tenantId),
        inStore(decision.storeId, storeId),
        orderRef === null ? undefined : eq(decision.orderRef, orderRef),
        gte(decision.at, sql`${from.toString()}`),
        lt(decision.at, sql`${to.toString()}`),
        after === null ? undefined : gt(decision.id, after),
      ),
    )
    .orderBy(asc(decision.id))
    .limit(limit);
  return rows.map(({ decision: row, orderId, marketplaceId }) => {
    const { phase, verdict, purpose, lane, rule, rulePack, reasons } = row;
    return {
      id: row.id,
      at: row.at,
      orderId,
      marketplaceId,
      decision: { phase, verdict, purpose, lane, rule, rulePack, reasons },
    };
  });
}
