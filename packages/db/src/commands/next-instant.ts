import { type Instant, Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message } from "../schema/message.ts";
import { inboundMail } from "../schema/notice.ts";
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
        (select min(claimed_at) + ${STUCK_AFTER}::interval from ${message} m where state = 'sending' and not exists (
          select from ${job} j where j.tenant_id = m.tenant_id and j.subject = m.id and j.state in ('waiting', 'running'))),
        (select min(received_at) + ${LOST_AFTER}::interval from ${inboundMail} where state = 'received')
      )::text as lost,
      least(
        (select min(next_sync_at) from ${store} where authorisation = 'active'),
        (select min(run_at) from ${job} where state in ('waiting', 'running'))
      )::text as other`);
  if (row === undefined) return { busy: false, at: null };
  const instants = [
    onGrid(row.dispatch, { grid: DISPATCH_GRID, round: Math.floor, tick: MINUTE }, now),
    onGrid(row.settle, { grid: SETTLE_GRID, round: Math.ceil, tick: SETTLE_GRID }, now),
    onGrid(row.lost, { grid: RECOVER_GRID, round: Math.ceil, tick: RECOVER_GRID }, now),
    onGrid(row.other, { grid: MINUTE, round: Math.ceil, tick: MINUTE }, now),
  ].filter((at) => at !== null);
  return {
    busy: row.busy,
    at: instants.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.min(...instants)),
  };
}

interface Pace {
  readonly grid: number;
  readonly round: (value: number) => number;
  /** How often somebody looks: what is overdue waits for the next look, not for the next minute. */
  readonly tick: number;
}

function onGrid(text: string | null, { grid, round, tick }: Pace, now: Instant): number | null {
  if (text === null) return null;
  const nextTick = (Math.floor(now.epochMilliseconds / tick) + 1) * tick;
  return Math.max(round(parseInstant(text).epochMilliseconds / grid) * grid, nextTick);
}
