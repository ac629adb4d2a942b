import { DAY } from "../marketplace/zone-time.ts";
import type { Instant } from "../time.ts";

export interface SenderFacts {
  /** The first mail of the sender; null before it. */
  readonly startedAt: Instant | null;
  /** Whether it stands on the tenant's own domain, whose name is theirs to spoil: no ramp. */
  readonly ownDomain: boolean;
  readonly stopped: { readonly at: Instant; readonly reason: SenderStop } | null;
}

export type SenderStop = "complaints" | "hard_bounces";

/**
 * E-mails of a store's sender on the service's domain in any 24 hours, by its age (issue: 50, 200, 1,000 a day; how long a
 * step lasts is ours, see docs/adr/0016):
 *
 * | since the first mail | a day |
 * |----------------------|-------|
 * | less than 3 days     | 50    |
 * | less than 7 days     | 200   |
 * | longer               | 1,000 |
 */
const STEPS = [
  { before: 3 * DAY, limit: 50 },
  { before: 7 * DAY, limit: 200 },
] as const;
const FULL = 1000;

export function rampLimit({ startedAt, ownDomain }: SenderFacts, now: number): number | null {
  if (ownDomain) return null;
  const age = startedAt === null ? 0 : now - startedAt.epochMilliseconds;
  return STEPS.find(({ before }) => age < before)?.limit ?? FULL;
}

/** Of the sender's last mails, at most this many are looked at. */
export const JUDGED_MAILS = 500;
const COMPLAINTS = 0.001;
const HARD_BOUNCES = 0.04;
/** One bounce among few mails says little; a share is taken of at least this many. */
const FEWEST = 50;

export interface SenderRecord {
  /** Of the last `JUDGED_MAILS` at most, and none from before a person went on after a stop. */
  readonly mails: number;
  readonly complaints: number;
  readonly hardBounces: number;
}

/** Whether the sender must stop: complaints over 0.1 %, or hard bounces over 4 %, of its last 500 mails. */
export function mustStop({ mails, complaints, hardBounces }: SenderRecord): SenderStop | null {
  const of = Math.min(JUDGED_MAILS, Math.max(mails, FEWEST));
  if (complaints > of * COMPLAINTS) return "complaints";
  return hardBounces > of * HARD_BOUNCES ? "hard_bounces" : null;
}
