import type { UsageEntry } from "../billing/usage-entry.ts";
import { type Instant, Temporal } from "../time.ts";
import type { Lane, MessageState } from "./message.ts";

/** How long a notice may take; after it a message is presumed to have reached its buyer (DESIGN §5.5). */
export const NOTICE_WINDOW_HOURS = 72;

/** When a sent message settles. No notice follows a solicitation: Amazon's acceptance is all there is to know. */
export function settlesAt(lane: Lane, sentAt: Instant): Instant {
  if (lane === "solicitation") return sentAt;
  return Temporal.Instant.fromEpochMilliseconds(sentAt.epochMilliseconds + NOTICE_WINDOW_HOURS * 3_600_000);
}

export interface SettleInput {
  readonly state: MessageState;
  readonly lane: Lane;
  readonly sentAt: Instant;
  readonly now: Instant;
  /** A notice of kind `unknown` matches the message and no person has judged it. */
  readonly heldByNotice: boolean;
  /** Kinds of the usage entries that the message has already. */
  readonly entries: readonly UsageEntry["kind"][];
}

export interface Settlement {
  /** The message's new state; null when only the entry is missing. */
  readonly state: "reached" | null;
  readonly entry: UsageEntry;
}

/**
 * | state            | notice window | entries  | becomes | entry                                |
 * | sent             | over, no hold | none     | reached | reached +1                           |
 * | refused_by_buyer | over          | none     |         | reached +1 (`not_credited`)          |
 * | everything else  |               |          |         | none: nothing to settle (yet)        |
 */
export function settle(input: SettleInput): Settlement | null {
  const over = settlesAt(input.lane, input.sentAt).epochMilliseconds <= input.now.epochMilliseconds;
  if (!over || input.entries.length > 0) return null;
  if (input.state === "sent" && !input.heldByNotice) {
    return { state: "reached", entry: { kind: "reached", units: 1, reason: null } };
  }
  if (input.state !== "refused_by_buyer") return null;
  return { state: null, entry: { kind: "reached", units: 1, reason: "not_credited" } };
}
