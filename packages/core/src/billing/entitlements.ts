import type { Instant } from "../time.ts";
import { type Interval, monthsOf, PLANS, type PlanId, TRIAL } from "./plans.ts";
import { unitsWithin } from "./price.ts";
import { type BillingFacts, type Standing, type SubscriptionFacts, standingOf } from "./standing.ts";

export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/** What a workspace may do at an instant. The one place that decides; procedures and the moment of sending ask it. */
export interface Entitlements {
  readonly standing: Standing["kind"];
  readonly plan: PlanId;
  readonly interval: Interval;
  /** Null: as many as one likes. */
  readonly stores: number | null;
  readonly members: number | null;
  readonly experiments: boolean;
  readonly clientLabels: boolean;
  readonly messages: MessageAllowance;
}

export interface MessageAllowance {
  /** False while a bill is unpaid beyond its grace: nothing goes, whatever is left. */
  readonly open: boolean;
  readonly period: Period;
  /** Units that cost nothing more. */
  readonly included: number;
  /** Units at which sending stops; null: never, further ones are billed. */
  readonly limit: number | null;
  readonly limitedBy: "plan" | "spending_cap" | null;
}

/**
 * | standing       | plan's features | messages                                            |
 * | complimentary  | the given plan  | no limit                                            |
 * | trial          | Growth          | 500 over the trial, then sending stops              |
 * | free           | Free            | 50 a calendar month (UTC), then sending stops       |
 * | paid, grace    | the plan        | included, then billed; stops at the spending cap    |
 * | paused         | the plan        | none until paid                                     |
 */
export function entitlementsOf(facts: BillingFacts, now: Instant): Entitlements {
  const standing = standingOf(facts, now);
  switch (standing.kind) {
    case "complimentary":
      return grant({ standing, plan: standing.plan, messages: unlimited(calendarMonth(now)) });
    case "trial":
      return grant({
        standing,
        plan: TRIAL.features,
        messages: stopsAt(TRIAL.messages, { start: standing.startedAt, end: standing.endsAt }),
      });
    case "free":
      return grant({ standing, plan: "free", messages: stopsAt(PLANS.free.included, calendarMonth(now)) });
    case "paid":
    case "grace":
    case "paused": {
      const { subscription } = standing;
      const open = standing.kind !== "paused";
      return grant({ standing, ...subscription, messages: billed(subscription, facts.spendingCapMinor, open) });
    }
  }
}

interface Grant {
  readonly standing: Standing;
  readonly plan: PlanId;
  readonly interval?: Interval;
  readonly messages: MessageAllowance;
}

function grant({ standing, plan, interval = "month", messages }: Grant): Entitlements {
  const { stores, members, experiments, clientLabels } = PLANS[plan];
  return { standing: standing.kind, plan, interval, stores, members, experiments, clientLabels, messages };
}

function stopsAt(limit: number, period: Period): MessageAllowance {
  return { open: true, period, included: limit, limit, limitedBy: "plan" };
}

function unlimited(period: Period): MessageAllowance {
  return { open: true, period, included: Number.MAX_SAFE_INTEGER, limit: null, limitedBy: null };
}

function billed(subscription: SubscriptionFacts, capMinor: number | null, open: boolean): MessageAllowance {
  const plan = PLANS[subscription.plan];
  const { interval } = subscription;
  return {
    open,
    period: { start: subscription.periodStart, end: subscription.periodEnd },
    included: plan.included * monthsOf(interval),
    limit: capMinor === null ? null : unitsWithin(plan, interval, capMinor),
    limitedBy: capMinor === null ? null : "spending_cap",
  };
}

/** The month of an instant in UTC. */
export function calendarMonth(now: Instant): Period {
  const first = now.toZonedDateTimeISO("UTC").with({ day: 1 }).startOfDay();
  return { start: first.toInstant(), end: first.add({ months: 1 }).toInstant() };
}

export type Feature = "experiments" | "clientLabels";
export type Counted = "stores" | "members";

/** Whether one more fits. */
export function allowsOneMore(entitlements: Entitlements, counted: Counted, existing: number): boolean {
  const limit = entitlements[counted];
  return limit === null || existing < limit;
}
