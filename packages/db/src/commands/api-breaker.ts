import { openSeconds, PROBE_SECONDS, STORES_THAT_MAKE_AN_OUTAGE } from "@heed/core/lane/breaker";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { apiBreaker } from "../schema/amazon.ts";
import { parseInstant } from "../schema/columns.ts";
import type { SystemDb } from "../system-db.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface BreakerRequest {
  readonly storeId: string;
  readonly region: "NA" | "EU" | "FE";
  readonly now: Instant;
}

export interface BreakerState {
  /** When the next call may be tried; null when this one may go. */
  readonly waitUntil: Instant | null;
  /** Failures in a row so far: a good answer has something to take back. */
  readonly failures: number;
}

/** Whether a call of the store may go (core/lane/breaker.ts). Of many that find the span over, one goes. */
export async function askBreaker(tx: TenantDb, { storeId, now }: BreakerRequest): Promise<BreakerState> {
  const mine = and(eq(apiBreaker.tenantId, tx.tenantId), eq(apiBreaker.storeId, storeId));
  const [row] = await tx.sql.select().from(apiBreaker).where(mine);
  if (row === undefined || row.openUntil === null) return { waitUntil: null, failures: row?.failures ?? 0 };
  if (Temporal.Instant.compare(row.openUntil, now) > 0) return { waitUntil: row.openUntil, failures: row.failures };
  const answeredBy = now.add({ seconds: PROBE_SECONDS });
  const probes = await tx.sql
    .update(apiBreaker)
    .set({ openUntil: answeredBy })
    .where(and(mine, lte(apiBreaker.openUntil, now)))
    .returning({ storeId: apiBreaker.storeId });
  return { waitUntil: probes.length === 1 ? null : answeredBy, failures: row.failures };
}

export async function noteGoodAnswer(tx: TenantDb, { storeId }: Pick<BreakerRequest, "storeId">): Promise<void> {
  await tx.sql
    .update(apiBreaker)
    .set({ failures: 0, openUntil: null })
    .where(and(eq(apiBreaker.tenantId, tx.tenantId), eq(apiBreaker.storeId, storeId)));
}

/** One more failure in a row. @returns until when the store is left alone now, if it is */
export async function noteOutage(tx: TenantDb, { storeId, region, now }: BreakerRequest): Promise<Instant | null> {
  const [row] = await tx.sql
    .insert(apiBreaker)
    .values({ tenantId: tx.tenantId, storeId, region, failures: 1 })
    .onConflictDoUpdate({
      target: [apiBreaker.tenantId, apiBreaker.storeId],
      set: { failures: sql`${apiBreaker.failures} + 1` },
    })
    .returning({ failures: apiBreaker.failures });
  const seconds = openSeconds(row?.failures ?? 0);
  if (seconds === null) return null;
  const openUntil = now.add({ seconds });
  await tx.sql
    .update(apiBreaker)
    .set({ openUntil })
    .where(and(eq(apiBreaker.tenantId, tx.tenantId), eq(apiBreaker.storeId, storeId)));
  return openUntil;
}

/** When a region may be tried again in which Amazon fails many stores at once; null while it does not. */
export async function regionWaits(
  system: SystemDb,
  { region, now }: Pick<BreakerRequest, "region" | "now">,
): Promise<Instant | null> {
  const [row] = await system.sql
    .select({ count: sql<string>`count(*)`, first: sql<string | null>`min(${apiBreaker.openUntil})::text` })
    .from(apiBreaker)
    .where(and(eq(apiBreaker.region, region), gt(apiBreaker.openUntil, now)));
  const down = Number(row?.count ?? 0) >= STORES_THAT_MAKE_AN_OUTAGE;
  return down && row?.first != null ? parseInstant(row.first) : null;
}
