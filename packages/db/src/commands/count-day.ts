import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Instant, Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { storeDay } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface DayCount {
  readonly storeId: string;
  readonly marketplaceId: string;
  readonly day: Temporal.PlainDate;
  readonly lane: string;
  readonly outcome: string;
  readonly count: number;
}

/** The day on which something counts: that of the marketplace's zone. */
export function dayIn(marketplaceId: string, at: Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(marketplaceById(marketplaceId)?.timeZone ?? "UTC").toPlainDate();
}

/** Adds to the counters that dashboards read. Rows are sorted so that two writers lock them in the same order. */
export async function countDays(tx: TenantDb, counts: readonly DayCount[]): Promise<void> {
  const sums = new Map<string, { key: string; row: typeof storeDay.$inferInsert }>();
  for (const { storeId, marketplaceId, day, lane, outcome, count } of counts) {
    const key = [storeId, day.toString(), marketplaceId, lane, outcome].join(" ");
    const known = sums.get(key);
    const row = { tenantId: tx.tenantId, storeId, marketplaceId, day: day.toString(), lane, outcome };
    sums.set(key, { key, row: { ...row, count: (known?.row.count ?? 0) + count } });
  }
  const rows = [...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
  if (rows.length === 0) return;
  await tx.sql
    .insert(storeDay)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        storeDay.tenantId,
        storeDay.storeId,
        storeDay.day,
        storeDay.marketplaceId,
        storeDay.lane,
        storeDay.outcome,
      ],
      set: { count: sql`${storeDay.count} + excluded.count` },
    });
}
