import type { Instant } from "@heed/core/time";
import { and, eq, gte, sql } from "drizzle-orm";
import { storeDay } from "../schema/message.ts";
import { apiUsage } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface OperationCost {
  /** Amazon's name of the operation, or `lwaToken`. */
  readonly operation: string;
  readonly calls: number;
  readonly throttled: number;
}

export interface ApiCost {
  readonly days: number;
  readonly orders: number;
  readonly calls: number;
  readonly throttled: number;
  /** Null where no order came in. */
  readonly callsPerOrder: number | null;
  /** The dearest first. */
  readonly operations: readonly OperationCost[];
}

interface Span {
  readonly storeId: StoreChoice;
  readonly now: Instant;
  readonly days: number;
}

/** What Amazon was asked over the last days, by operation and per order that came in meanwhile. */
export async function apiCost(tx: TenantDb, { storeId, now, days }: Span): Promise<ApiCost> {
  const since = now
    .subtract({ hours: days * 24 })
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();
  const rows = await tx.sql
    .select({
      operation: apiUsage.operation,
      calls: sql<string>`sum(${apiUsage.calls})`,
      throttled: sql<string>`sum(${apiUsage.throttled})`,
    })
    .from(apiUsage)
    .where(and(eq(apiUsage.tenantId, tx.tenantId), inStore(apiUsage.storeId, storeId), gte(apiUsage.day, since)))
    .groupBy(apiUsage.operation);
  const operations = rows
    .map(({ operation, calls, throttled }) => ({ operation, calls: Number(calls), throttled: Number(throttled) }))
    .sort((a, b) => b.calls - a.calls || a.operation.localeCompare(b.operation));
  const orders = await ordersSince(tx, { storeId, since });
  const calls = operations.reduce((sum, one) => sum + one.calls, 0);
  const throttled = operations.reduce((sum, one) => sum + one.throttled, 0);
  return { days, orders, calls, throttled, callsPerOrder: orders === 0 ? null : calls / orders, operations };
}

async function ordersSince(tx: TenantDb, { storeId, since }: { storeId: StoreChoice; since: string }): Promise<number> {
  const [row] = await tx.sql
    .select({ n: sql<string>`coalesce(sum(${storeDay.count}), 0)` })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, storeId),
        gte(storeDay.day, since),
        eq(storeDay.lane, "none"),
        eq(storeDay.outcome, "orders"),
      ),
    );
  return Number(row?.n ?? 0);
}
