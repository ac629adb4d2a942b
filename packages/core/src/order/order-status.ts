import type { FulfillmentStatus } from "./order.ts";

export interface StatusMeaning {
  /** How far the order has come; of two reports with the same time, the one further on is believed. */
  readonly progress: number;
  /** It will never reach the buyer; nothing may be sent about it. */
  readonly dead: boolean;
  /** Everything has left; Amazon takes review requests only from here on. */
  readonly shipped: boolean;
}

/**
 * | status               | progress | dead | shipped |
 * | PENDING_AVAILABILITY | 0        |      |         |
 * | PENDING              | 1        |      |         |
 * | UNSHIPPED            | 2        |      |         |
 * | PARTIALLY_SHIPPED    | 3        |      |         |
 * | SHIPPED              | 4        |      | yes     |
 * | UNFULFILLABLE        | 5        | yes  |         |
 * | CANCELLED            | 6        | yes  |         |
 */
export const STATUS_MEANINGS: Readonly<Record<FulfillmentStatus, StatusMeaning>> = {
  PENDING_AVAILABILITY: { progress: 0, dead: false, shipped: false },
  PENDING: { progress: 1, dead: false, shipped: false },
  UNSHIPPED: { progress: 2, dead: false, shipped: false },
  PARTIALLY_SHIPPED: { progress: 3, dead: false, shipped: false },
  SHIPPED: { progress: 4, dead: false, shipped: true },
  UNFULFILLABLE: { progress: 5, dead: true, shipped: false },
  CANCELLED: { progress: 6, dead: true, shipped: false },
};

export type StatusChange = "none" | "advanced" | "shipped" | "cancelled" | "went_back";

/** What a change of status means for the messages of the order. */
export function statusChange(before: FulfillmentStatus, after: FulfillmentStatus): StatusChange {
  if (before === after) return "none";
  const [was, is] = [STATUS_MEANINGS[before], STATUS_MEANINGS[after]];
  if (is.dead) return was.dead ? "none" : "cancelled";
  if (was.dead || is.progress < was.progress) return "went_back";
  return is.shipped ? "shipped" : "advanced";
}
