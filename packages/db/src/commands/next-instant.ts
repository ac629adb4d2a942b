import { type Instant, Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { job, outbox } from "../schema/work.ts";
import type { SystemDb } from "../system-db.ts";

const MINUTE = 60_000;
/** One look dispatches what is due within the hour, so half an hour's grid is early enough for all of it. */
const DISPATCH_GRID = 30 * MINUTE;
/** What settles has waited for days (or for nothing): a quarter of an hour is soon. */
const SETTLE_GRID = 15 * MINUTE;

/** recover-lost.ts looks this often, and takes up what is older than the spans below. */
const RECOVER_GRID = 5 * MINUTE;
const LOST_AFTER = "10 minutes";
const STUCK_AFTER = "15 minutes";

interface Row extends Record<string, unknown> {
  readonly busy: boolean;
  readonly dispatch: string | null;
  readonly settle: string | null;
  readonly lost: string | null;
  readonly other: string | null;
}

/**
 * The next instant at which a row has something to do: this, and not a cron, sets the pace of a virtual clock.
 * `busy` tells that events wait to be sent. Always after `now`, on a full minute, as crons run on those.
 */
export async function nextRowInstant(system: SystemDb, now: Instant): Promise<{ busy: boolean; at: Instant | null }> {
  const [row] = await system.sql.execute<Row>(sql`
    select
      exists (select 1 from ${outbox} where sent_at is null) as busy,
      (select min(due_at) from ${message} where state = 'planned' and dispatched_at is null)::text as dispatch,
      (select min(settle_at) from ${message} where settled_at is null and settle_at is not null and not held)::text as settle,
      least(
        (select min(greatest(due_at, dispatched_at)) + ${LOST_AFTER}::interval from ${message} where state = 'planned' and dispatched_at is not null),
        (select min(claimed_at) + ${STUCK_AFTER}::interval from ${message} where state = 'sending')
      )::text as lost,
      least(
        (select min(next_sync_at) from ${store} where authorisation = 'active'),
        (select min(run_at) from ${job} where state in ('waiting', 'running'))
      )::text as other`);
  if (row === undefined) return { busy: false, at: null };
  const instants = [
    onGrid(row.dispatch, DISPATCH_GRID, Math.floor),
    onGrid(row.settle, SETTLE_GRID, Math.ceil),
    onGrid(row.lost, RECOVER_GRID, Math.ceil),
    onGrid(row.other, MINUTE, Math.ceil),
  ].filter((at) => at !== null);
  return { busy: row.busy, at: instants.length === 0 ? null : afterNow(Math.min(...instants), now) };
}

function onGrid(text: string | null, grid: number, round: (value: number) => number): number | null {
  return text === null ? null : round(parseInstant(text).epochMilliseconds / grid) * grid;
}

function afterNow(at: number, now: Instant): Instant {
  const nextMinute = (Math.floor(now.epochMilliseconds / MINUTE) + 1) * MINUTE;
  return Temporal.Instant.fromEpochMilliseconds(Math.max(at, nextMinute));
}
