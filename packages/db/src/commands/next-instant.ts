import { type Instant, Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { job, outbox } from "../schema/work.ts";
import type { SystemDb } from "../system-db.ts";

/** Planned messages leave for the executor this long before they are due (dispatch-due.ts). */
const DISPATCH_AHEAD = "1 hour";
/** When recover-lost.ts looks again. */
const LOST_AFTER = "10 minutes";
const STUCK_AFTER = "15 minutes";

/**
 * The earliest instant at which a row has something to do: this, and not a cron, sets the pace of a virtual clock.
 * `busy` tells that events wait to be sent.
 */
export async function nextRowInstant(system: SystemDb): Promise<{ busy: boolean; at: Instant | null }> {
  const [row] = await system.sql.execute<{ busy: boolean; at: string | null }>(sql`
    select
      exists (select 1 from ${outbox} where sent_at is null) as busy,
      least(
        (select min(due_at) - ${DISPATCH_AHEAD}::interval from ${message} where state = 'planned' and dispatched_at is null),
        (select min(greatest(due_at, dispatched_at)) + ${LOST_AFTER}::interval from ${message} where state = 'planned' and dispatched_at is not null),
        (select min(claimed_at) + ${STUCK_AFTER}::interval from ${message} where state = 'sending'),
        (select min(settle_at) from ${message} where settled_at is null and settle_at is not null),
        (select min(next_sync_at) from ${store} where authorisation = 'active'),
        (select min(run_at) from ${job} where state in ('waiting', 'running'))
      )::text as at`);
  return { busy: row?.busy ?? false, at: row?.at == null ? null : nextMinute(parseInstant(row.at)) };
}

/** Crons run on full minutes, so a row is looked at no earlier than the minute after it. */
function nextMinute(instant: Instant): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(instant.epochMilliseconds / 60_000) * 60_000);
}
