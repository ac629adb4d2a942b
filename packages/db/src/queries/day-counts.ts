import type { Instant } from "@heed/core/time";
import { and, eq, gte, sql } from "drizzle-orm";
import { storeDay } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface DaySum {
  readonly day: string;
  readonly lane: string;
  readonly outcome: string;
  readonly count: number;
}

export interface DaySpan {
  readonly storeId: StoreChoice;
  readonly now: Instant;
  readonly days: number;
}

/** Counters by day, lane and outcome over the stores: as many rows as the span has days, whatever the tenant sent. */
export async function sumDays(tx: TenantDb, span: DaySpan): Promise<DaySum[]> {
  const { day, lane, outcome } = storeDay;
  return tx.sql
    .select({ day, lane, outcome, count: sql<number>`sum(${storeDay.count})`.mapWith(Number) })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, span.storeId),
        gte(day, firstDay(span).toString()),
      ),
    )
    .groupBy(day, lane, outcome);
}

const today = (now: Instant) => now.toZonedDateTimeISO("UTC").toPlainDate();
const firstDay = ({ now, days }: DaySpan) => today(now).subtract({ days: days - 1 });
