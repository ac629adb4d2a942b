import type { Instant } from "../time.ts";

/**
 * What became of an order behind its fulfilment. It comes from reports and notifications, in any order and repeatedly,
 * so two of them are joined by `joinAftermath`, which does not care who came first.
 */
export interface Aftermath {
  /** The buyer asked to cancel, all or a part of it. */
  readonly cancelRequestedAt: Instant | null;
  /** Something of it came back, or is on its way back. */
  readonly returnedAt: Instant | null;
  readonly refundedAt: Instant | null;
  /** The worst seller feedback for it, one to five stars; null where none is known. */
  readonly feedbackRating: number | null;
}

export const NO_AFTERMATH: Aftermath = {
  cancelRequestedAt: null,
  returnedAt: null,
  refundedAt: null,
  feedbackRating: null,
};

/** Amazon counts one and two stars as negative, three as neutral (Seller Central, feedback manager, 2026-11-23). */
const WORST_NEUTRAL = 3;

/** Each fact by itself: once known, always; the earliest date and the worst rating win. */
export function joinAftermath(one: Aftermath, other: Aftermath): Aftermath {
  return {
    cancelRequestedAt: earliest(one.cancelRequestedAt, other.cancelRequestedAt),
    returnedAt: earliest(one.returnedAt, other.returnedAt),
    refundedAt: earliest(one.refundedAt, other.refundedAt),
    feedbackRating: worst(one.feedbackRating, other.feedbackRating),
  };
}

export function sameAftermath(one: Aftermath, other: Aftermath): boolean {
  return (
    one.feedbackRating === other.feedbackRating &&
    (["cancelRequestedAt", "returnedAt", "refundedAt"] as const).every(
      (fact) => one[fact]?.epochMilliseconds === other[fact]?.epochMilliseconds,
    )
  );
}

export function isNegative({ feedbackRating }: Aftermath): boolean {
  return feedbackRating !== null && feedbackRating < WORST_NEUTRAL;
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one.epochMilliseconds <= other.epochMilliseconds ? one : other;
}

function worst(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
