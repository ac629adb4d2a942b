export interface LastSync {
  /** Orders that were new or had changed. */
  readonly changed: number;
  /** Minutes since the sync before; null for the first one. */
  readonly minutesSince: number | null;
  /** Amazon tells of changes by itself: sync only catches what got lost. */
  readonly notified: boolean;
}

const FULL_PAGE = 100;
const BUSIEST = 15;
const BUSY = 30;
const FIRST_QUIET = 60;
const QUIETEST = 2 * 60;
const QUIETEST_WHEN_NOTIFIED = 8 * 60;

/**
 * Minutes until a store is looked at again. Amazon lets a seller be searched once in three minutes, and a request is due days
 * after its order came in, so that a quiet store may be left alone longer each time.
 *
 * | the last sync brought | next in                               |
 * |-----------------------|---------------------------------------|
 * | a full page or more   | 15 minutes                            |
 * | something             | 30 minutes                            |
 * | nothing               | twice as long as before, 1 to 2 hours, up to 8 where Amazon notifies |
 */
export function nextSyncMinutes({ changed, minutesSince, notified }: LastSync): number {
  if (changed >= FULL_PAGE) return BUSIEST;
  if (changed > 0) return BUSY;
  return Math.min(notified ? QUIETEST_WHEN_NOTIFIED : QUIETEST, Math.max(FIRST_QUIET, 2 * (minutesSince ?? 0)));
}
