import { type Instant, Temporal } from "@heed/core/time";

/** After a lost answer Amazon's actions are read at these times after the call (DESIGN §6). */
export const FIRST_READ = { minutes: 10 };
const READ_TIMES = [FIRST_READ, { hours: 1 }, { hours: 24 }] as const;

/** Reads that fail are tried again until then; after it nothing more will be learnt. */
const GIVE_UP = { hours: 48 };

/** Offered that often, the request was certainly not accepted: an empty list alone proves nothing, two offers do. */
export const OFFERS_THAT_PROVE = 2;

/** When to read next; null after the last time. Told by the clock alone, so that a read that died costs no other. */
export function nextRead(calledAt: Instant, now: Instant): Instant | null {
  const next = READ_TIMES.map((time) => calledAt.add(time)).find((at) => Temporal.Instant.compare(at, now) > 0);
  return next ?? null;
}

export function isPastReading(calledAt: Instant, now: Instant): boolean {
  return Temporal.Instant.compare(calledAt.add(GIVE_UP), now) <= 0;
}
