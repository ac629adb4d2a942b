import type { Sql } from "./connect.ts";

export interface SweepLimits {
  /** Dedupe keys before this are forgotten. */
  readonly seenBefore: Date;
  /** Failed and cancelled runs that ended before this are deleted. */
  readonly endedBefore: Date;
}

const BATCH = 5000;

/** Deletes what has outlived its retention, in batches that lock little. Returns the number of rows. */
export async function sweep(sql: Sql, limits: SweepLimits): Promise<number> {
  const runs = await sql`
    delete from heed_engine.run where id in (
      select id from heed_engine.run where ended_at < ${limits.endedBefore} order by ended_at limit ${BATCH})`;
  const seen = await sql`
    delete from heed_engine.seen where key in (
      select key from heed_engine.seen where seen_at < ${limits.seenBefore} limit ${BATCH})`;
  const more = runs.count === BATCH || seen.count === BATCH;
  return runs.count + seen.count + (more ? await sweep(sql, limits) : 0);
}
