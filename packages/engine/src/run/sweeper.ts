import type { Sql } from "../store/connect.ts";
import { sweep } from "../store/sweep.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Event ids and idempotency keys are known for two days: longer than any relay repeats an event. */
const SEEN = 2 * DAY;
/** How long a failed or cancelled run can be looked at. */
const ENDED = DAY;

/** Sweeps at most every ten minutes of clock time. */
export function createSweeper(sql: Sql, now: () => Date): () => Promise<void> {
  let last = 0;
  return async () => {
    const at = now().getTime();
    if (at - last < 10 * MINUTE) return;
    last = at;
    await sweep(sql, { seenBefore: new Date(at - SEEN), endedBefore: new Date(at - ENDED) });
  };
}
