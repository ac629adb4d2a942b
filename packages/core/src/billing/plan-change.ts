import { type Interval, type PaidPlanId, PLAN_IDS } from "./plans.ts";

export interface Bought {
  readonly plan: PaidPlanId;
  readonly interval: Interval;
}

/**
 * | change                                  | takes effect     |
 * | larger plan, monthly to yearly          | now, when paid   |
 * | smaller plan, yearly to monthly         | with the next period: what is paid for is used up |
 * | the same                                | nothing          |
 */
export function changeKind(from: Bought, to: Bought): "now" | "next_period" | "none" {
  if (from.plan === to.plan && from.interval === to.interval) return "none";
  if (from.interval === "year" && to.interval === "month") return "next_period";
  return PLAN_IDS.indexOf(to.plan) >= PLAN_IDS.indexOf(from.plan) ? "now" : "next_period";
}
