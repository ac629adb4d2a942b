import { type Instant, Temporal } from "../time.ts";

export interface HeardFacts {
  /** When our own test mail was sent last, and whether it has not come back yet. */
  readonly testedAt: Instant | null;
  readonly testOpen: boolean;
  /** When any mail came last. */
  readonly heardAt: Instant | null;
}

/** An address that brought a mail within this time needs no test. */
const QUIET = { hours: 20 };
/** Mail may be slow; after this a test mail counts as lost. */
const SLOW = { hours: 1 };
/** A day, the test of the next one, and its way. */
const LONG = { hours: 27 };

/** Whether an address is due for a test mail of our own. */
export function needsTest({ testedAt, heardAt }: HeardFacts, now: Instant): boolean {
  return [testedAt, heardAt].every((at) => at === null || isOver(at, QUIET, now));
}

/**
 * Whether an address does not receive, by our own test mails:
 *
 * | the last test mail | sent            | any mail before           | deaf |
 * | came back          |                 |                           | no   |
 * | is on its way      | within the hour | within 27 h, or never     | no   |
 * | is on its way      | within the hour | longer ago                | yes  |
 * | is on its way      | longer ago      |                           | yes  |
 */
export function isDeaf({ testedAt, testOpen, heardAt }: HeardFacts, now: Instant): boolean {
  if (!testOpen || testedAt === null) return false;
  return isOver(testedAt, SLOW, now) || (heardAt !== null && isOver(heardAt, LONG, now));
}

function isOver(at: Instant, span: { readonly hours: number }, now: Instant): boolean {
  return Temporal.Instant.compare(at.add(span), now) <= 0;
}
