import type { Instant } from "../time.ts";
import { type Interval, type PaidPlanId, type PlanId, TRIAL } from "./plans.ts";

/** Stripe's own words for the state of a subscription. */
export const STRIPE_STATUSES = [
  "incomplete",
  "incomplete_expired",
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "canceled",
  "paused",
] as const;
export type StripeStatus = (typeof STRIPE_STATUSES)[number];

/** What we keep of a subscription; read from Stripe, never guessed from the order of events. */
export interface SubscriptionFacts {
  readonly status: StripeStatus;
  readonly plan: PaidPlanId;
  readonly interval: Interval;
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  /** Set while it is cancelled for the end of its period. */
  readonly cancelAt: Instant | null;
  readonly pastDueSince: Instant | null;
  /** A downgrade that begins with the next period. */
  readonly next: { readonly plan: PaidPlanId; readonly interval: Interval } | null;
}

export interface BillingFacts {
  /** When the workspace was made: its trial begins there. */
  readonly createdAt: Instant;
  /** A plan that we gave without a bill: demo workspaces, partners. */
  readonly complimentary: PlanId | null;
  readonly subscription: SubscriptionFacts | null;
  /** The most that further messages of a period may cost, in cents; null: no limit. */
  readonly spendingCapMinor: number | null;
}

export type Standing =
  | { readonly kind: "complimentary"; readonly plan: PlanId }
  | { readonly kind: "trial"; readonly startedAt: Instant; readonly endsAt: Instant }
  | { readonly kind: "free" }
  | { readonly kind: "paid"; readonly subscription: SubscriptionFacts }
  /** A payment failed; everything goes on until `pausesAt`. */
  | { readonly kind: "grace"; readonly subscription: SubscriptionFacts; readonly pausesAt: Instant }
  /** Nothing is sent and nothing is deleted; paying resumes it. */
  | { readonly kind: "paused"; readonly subscription: SubscriptionFacts };

/** How long sending goes on after a failed payment. Stripe tries the card again meanwhile. */
export const GRACE = { hours: 24 * 7 } as const;

/**
 * | Stripe says               | and            | standing                       |
 * | active, trialing          |                | paid                           |
 * | past_due                  | within 7 days  | grace                          |
 * | past_due                  | later          | paused                         |
 * | unpaid, paused            |                | paused                         |
 * | canceled, incomplete(…)   |                | as without a subscription      |
 * | no subscription           | first 14 days  | trial                          |
 * | no subscription           | later          | free                           |
 */
export function standingOf(facts: BillingFacts, now: Instant): Standing {
  const paid = facts.subscription === null ? null : withSubscription(facts.subscription, now);
  if (paid !== null) return paid;
  if (facts.complimentary !== null) return { kind: "complimentary", plan: facts.complimentary };
  const startedAt = facts.createdAt;
  const endsAt = startedAt.add({ hours: 24 * TRIAL.days });
  return now.epochMilliseconds < endsAt.epochMilliseconds ? { kind: "trial", startedAt, endsAt } : { kind: "free" };
}

function withSubscription(subscription: SubscriptionFacts, now: Instant): Standing | null {
  switch (subscription.status) {
    case "active":
    case "trialing":
      return { kind: "paid", subscription };
    case "past_due": {
      const pausesAt = (subscription.pastDueSince ?? now).add(GRACE);
      const over = now.epochMilliseconds >= pausesAt.epochMilliseconds;
      return over ? { kind: "paused", subscription } : { kind: "grace", subscription, pausesAt };
    }
    case "unpaid":
    case "paused":
      return { kind: "paused", subscription };
    case "canceled":
    case "incomplete":
    case "incomplete_expired":
      return null;
  }
}

/** Whether what settles now goes to Stripe's meter. A subscription that is behind still owes what it used. */
export function isMetered(status: StripeStatus | null): boolean {
  return status === "active" || status === "trialing" || status === "past_due" || status === "unpaid";
}
