import { type Interval, isPaidPlan, monthsOf, PLAN_IDS, PLANS, type Plan, type PlanId, type Tier } from "./plans.ts";

/** Units in one period, cheapest first tier included ones at nothing; a year's tiers are twelve times as wide. */
export function periodTiers(plan: Plan, interval: Interval): readonly Tier[] {
  const months = monthsOf(interval);
  const free = { upTo: plan.included * months, unitMilli: 0 };
  return [
    free,
    ...plan.tiers.map(({ upTo, unitMilli }) => ({ upTo: upTo === null ? null : upTo * months, unitMilli })),
  ];
}

/** Cents for the units beyond the included ones, each tier at its own price; rounded once, half up, as Stripe does. */
export function overageMinor(plan: Plan, interval: Interval, units: number): number {
  let [milli, from] = [0, 0];
  for (const { upTo, unitMilli } of periodTiers(plan, interval)) {
    const to = Math.min(units, upTo ?? Number.POSITIVE_INFINITY);
    if (to > from) milli += (to - from) * unitMilli;
    from = Math.max(from, to);
  }
  return Math.round(milli / 1_000);
}

/** Units that a period may have before its overage costs more than the cap; Infinity where further ones cost nothing. */
export function unitsWithin(plan: Plan, interval: Interval, capMinor: number): number {
  let [left, units] = [capMinor * 1_000, 0];
  for (const { upTo, unitMilli } of periodTiers(plan, interval)) {
    const width = upTo === null ? Number.POSITIVE_INFINITY : upTo - units;
    const paid = unitMilli === 0 ? width : Math.min(width, Math.floor(left / unitMilli));
    units += paid;
    left -= paid * unitMilli;
    if (paid < width) return units;
  }
  return units;
}

export interface Estimate {
  readonly plan: PlanId;
  /** Cents a month; null where so many messages do not fit: sending would stop. */
  readonly monthMinor: number | null;
  readonly baseMinor: number;
  readonly overageMinor: number;
}

/** What a month with this many reached messages costs in each plan. */
export function estimates(reached: number, interval: Interval): readonly Estimate[] {
  return PLAN_IDS.map((id) => estimate(PLANS[id], reached, interval));
}

function estimate(plan: Plan, reached: number, interval: Interval): Estimate {
  if (plan.price === null || !isPaidPlan(plan.id)) {
    const monthMinor = reached <= plan.included ? 0 : null;
    return { plan: plan.id, monthMinor, baseMinor: 0, overageMinor: 0 };
  }
  const baseMinor = Math.round(plan.price[interval] / monthsOf(interval));
  const over = overageMinor(plan, "month", reached);
  return { plan: plan.id, monthMinor: baseMinor + over, baseMinor, overageMinor: over };
}

/** The plan that costs least for so many messages; of equals, the smaller. */
export function cheapest(list: readonly Estimate[]): PlanId {
  const priced = list.flatMap(({ plan, monthMinor }) => (monthMinor === null ? [] : [{ plan, monthMinor }]));
  const least = Math.min(...priced.map(({ monthMinor }) => monthMinor));
  return priced.find(({ monthMinor }) => monthMinor === least)?.plan ?? "agency";
}

/**
 * What one reached message costs in a plan at so many a month, in cents: price and further messages, over what the plan
 * includes at least. Null in the free plan, where no message has a price.
 */
export function messagePriceMinor(
  id: PlanId,
  { reached, interval }: { reached: number; interval: Interval },
): number | null {
  const { monthMinor, baseMinor } = estimate(PLANS[id], reached, interval);
  if (monthMinor === null || baseMinor === 0) return null;
  return monthMinor / Math.max(PLANS[id].included, reached);
}
