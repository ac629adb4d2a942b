import type { Instant } from "../time.ts";
import type { FulfillmentStatus } from "./order.ts";
import { STATUS_MEANINGS } from "./order-status.ts";

/** A status as a notification tells it, ahead of sync. */
export interface StatusNews {
  readonly value: FulfillmentStatus;
  readonly at: Instant;
}

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
  /** Stands beside what sync brings, so that news of the status make no other field of the order look old. */
  readonly statusNews: StatusNews | null;
}

export const NO_AFTERMATH: Aftermath = {
  cancelRequestedAt: null,
  returnedAt: null,
  refundedAt: null,
  feedbackRating: null,
  statusNews: null,
};

/** Amazon counts one and two stars as negative, three as neutral (Seller Central, feedback manager, 2026-11-23). */
const WORST_NEUTRAL = 3;

/** Each fact by itself: once known, always; the earliest date, the worst rating and the newest status win. */
export function joinAftermath(one: Aftermath, other: Aftermath): Aftermath {
  return {
    cancelRequestedAt: earliest(one.cancelRequestedAt, other.cancelRequestedAt),
    returnedAt: earliest(one.returnedAt, other.returnedAt),
    refundedAt: earliest(one.refundedAt, other.refundedAt),
    feedbackRating: worst(one.feedbackRating, other.feedbackRating),
    statusNews: newest(one.statusNews, other.statusNews),
  };
}

export function sameAftermath(one: Aftermath, other: Aftermath): boolean {
  return (
    one.feedbackRating === other.feedbackRating &&
    one.statusNews?.value === other.statusNews?.value &&
    one.statusNews?.at.epochMilliseconds === other.statusNews?.at.epochMilliseconds &&
    (["cancelRequestedAt", "returnedAt", "refundedAt"] as const).every(
      (fact) => one[fact]?.epochMilliseconds === other[fact]?.epochMilliseconds,
    )
  );
}

export function isNegative({ feedbackRating }: Aftermath): boolean {
  return feedbackRating !== null && feedbackRating < WORST_NEUTRAL;
}

/** At the same time the status that is further on is believed. */
function newest(one: StatusNews | null, other: StatusNews | null): StatusNews | null {
  if (one === null || other === null) return one ?? other;
  const [is, was] = [one.at.epochMilliseconds, other.at.epochMilliseconds];
  if (is !== was) return is > was ? one : other;
  return STATUS_MEANINGS[one.value].progress >= STATUS_MEANINGS[other.value].progress ? one : other;
}

/** The status to believe: news that are younger than the order itself, else the order's. */
export function currentStatus(
  status: FulfillmentStatus,
  lastUpdatedAt: Instant,
  news: StatusNews | null,
): FulfillmentStatus {
  return news !== null && news.at.epochMilliseconds > lastUpdatedAt.epochMilliseconds ? news.value : status;
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one.epochMilliseconds <= other.epochMilliseconds ? one : other;
}

function worst(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
