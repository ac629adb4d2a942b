import type { Instant } from "../time.ts";

/** Fewer days between two e-mails to somebody who refused would be pressing. */
export const SHORTEST_PROBE_DAYS = 180;

/** What a store may choose: half a year, a year, two years. */
export const PROBE_CHOICES = [SHORTEST_PROBE_DAYS, 365, 730] as const;
export type ProbeDays = (typeof PROBE_CHOICES)[number];

export interface ProbeFacts {
  /** When the newest refusal came: a new one starts the time again. */
  readonly refusedAt: Instant;
  /** The store's choice; null, the default: never. */
  readonly afterDays: number | null;
  /** An e-mail to the buyer whose fate is not known yet. */
  readonly underWay: boolean;
  readonly now: Instant;
}

/**
 * Whether a buyer who opted out may get one e-mail again, as people change their mind (DESIGN §6, re-permission):
 *
 * | store's choice | since the refusal | another e-mail under way | then    |
 * | never          | any               | any                      | refused |
 * | N days         | less than N       | any                      | refused |
 * | N days         | N or more         | yes                      | refused |
 * | N days         | N or more         | no                       | allowed, for this once: a refusal starts anew |
 */
export function mayProbe({ refusedAt, afterDays, underWay, now }: ProbeFacts): boolean {
  if (afterDays === null || underWay) return false;
  const days = Math.max(afterDays, SHORTEST_PROBE_DAYS);
  return now.epochMilliseconds >= refusedAt.add({ hours: 24 * days }).epochMilliseconds;
}
