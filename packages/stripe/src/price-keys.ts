import { INTERVALS, type Interval, PAID_PLANS, type PaidPlanId } from "@heed/core/billing/plans";

/** A plan at Stripe is two prices: its fixed part, and the meter's tiers. */
export const PARTS = ["base", "usage"] as const;
export type Part = (typeof PARTS)[number];

export interface PriceKey {
  readonly plan: PaidPlanId;
  readonly interval: Interval;
  readonly part: Part;
}

export const METER_EVENT = "heed_reached";

/** By this name a price is found; ids differ from account to account. */
export const lookupKeyOf = ({ plan, interval, part }: PriceKey): string => `heed_${plan}_${interval}_${part}`;

export const ALL_PRICES: readonly PriceKey[] = PAID_PLANS.flatMap((plan) =>
  INTERVALS.flatMap((interval) => PARTS.map((part) => ({ plan, interval, part }))),
);

/** A price keeps what it is for in its metadata: the look-up key moves on when a price changes. */
export function keyOfMetadata(metadata: Readonly<Record<string, string>>): PriceKey | null {
  const { heed_plan: plan, heed_interval: interval, heed_part: part } = metadata;
  return ALL_PRICES.find((key) => key.plan === plan && key.interval === interval && key.part === part) ?? null;
}

export function metadataOf({ plan, interval, part }: PriceKey): Record<string, string> {
  return { heed_plan: plan, heed_interval: interval, heed_part: part };
}
