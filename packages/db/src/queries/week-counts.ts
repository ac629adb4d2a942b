import { and, between, eq, inArray, sql } from "drizzle-orm";
import { storeDay } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface SpanCounts {
  readonly orders: number;
  readonly sent: number;
  readonly reached: number;
  readonly refused: number;
}

export interface CountedSpan {
  readonly storeId: StoreChoice;
  /** ISO dates, both belong to it; days are those of each marketplace. */
  readonly from: string;
  readonly to: string;
}

const OUTCOMES = { orders: "orders", sent: "sent", reached: "reached", refused: "refused_by_buyer" } as const;

/** What happened over some days, from counters. */
export async function spanCounts(tx: TenantDb, { storeId, from, to }: CountedSpan): Promise<SpanCounts> {
  const rows = await tx.sql
    .select({ outcome: storeDay.outcome, n: sql<number>`sum(${storeDay.count})`.mapWith(Number) })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, storeId),
        between(storeDay.day, from, to),
        inArray(storeDay.outcome, Object.values(OUTCOMES)),
      ),
    )
    .groupBy(storeDay.outcome);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.n ?? 0;
  return {
    ...{ orders: of(OUTCOMES.orders), sent: of(OUTCOMES.sent) },
    ...{ reached: of(OUTCOMES.reached), refused: of(OUTCOMES.refused) },
  };
}
