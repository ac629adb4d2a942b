import type { Instant } from "../time.ts";

/** Sources of harm (connecting a store, money, grants, exports) want a factor that was given a moment ago. */
const FRESH_FOR = { minutes: 15 };

/** Whether a second factor that was given at `steppedUpAt` still counts as fresh. */
export function isFresh(steppedUpAt: Instant | null, now: Instant): boolean {
  return steppedUpAt !== null && now.since(steppedUpAt).total("minutes") < FRESH_FOR.minutes;
}

/** What is missing before an act may go on; travels to the browser as `details.needs`. */
export const NEEDS_FACTOR = "second_factor";
