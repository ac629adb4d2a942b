import { PLANS, type PlanId } from "@heed/core/billing/plans";
import type { Outputs } from "../../server/routers/app.ts";
import { dayWords } from "../../ui/time-words.ts";
import { count } from "../number-words.ts";
import { per } from "./price-words.ts";

export type BillingOverview = Outputs["billing"]["overview"];

export const dayOf = (iso: string): string => dayWords(Date.parse(iso), "UTC");

export const planName = (plan: PlanId): string => PLANS[plan].name;

/** One sentence: where the workspace stands. */
export function standingSentence(billing: BillingOverview): string {
  const plan = planName(billing.plan);
  switch (billing.standing) {
    case "complimentary":
      return `${plan}, free of charge for this workspace.`;
    case "trial":
      return `Trial with the features of ${plan} until ${dayOf(billing.trialEndsAt ?? billing.period.end)}. No card is needed; then it is Free.`;
    case "free":
      return "Free: sending stops when the month's messages are used; planning goes on.";
    case "paid":
      return paidSentence(billing, plan);
    case "grace":
      return `${plan}. The last payment failed; sending goes on until ${dayOf(billing.pausesAt ?? billing.period.end)}.`;
    case "paused":
      return `${plan}. A payment is open and sending is paused. Nothing is deleted; paying resumes it.`;
  }
}

function paidSentence({ cancelAt, next, interval, period }: BillingOverview, plan: string): string {
  if (cancelAt !== null) return `${plan} ends on ${dayOf(cancelAt)}. Until then everything goes on; then it is Free.`;
  if (next !== null)
    return `${plan} until ${dayOf(period.end)}, then ${planName(next.plan)}, billed ${per(next.interval)}.`;
  return `${plan}, billed ${per(interval)}; the next bill comes on ${dayOf(period.end)}.`;
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  not_yet_reported: "settled today, reported after midnight UTC",
  on_its_way: "on its way to Stripe",
  carried_credits: "credits that the next messages use up",
  not_yet_counted: "accepted by Stripe, not in its sum yet",
  unknown: "not explained; we are looking at it",
};

/** What Stripe's sum has to do with our ledger. */
export function reconciliationSentence({ reconciliation }: BillingOverview): string | null {
  if (reconciliation === null) return null;
  if (reconciliation.difference === 0) return "Stripe has counted exactly what the ledger says.";
  const parts = reconciliation.explanation.map(({ what, units }) => `${count(units)} ${EXPLANATIONS[what] ?? what}`);
  return `The ledger and Stripe differ by ${count(reconciliation.difference)}: ${parts.join("; ")}.`;
}

export const CANCEL_WORDS = {
  too_expensive: "It costs too much",
  missing_features: "Something is missing",
  switched_service: "We use something else now",
  unused: "We do not use it enough",
  too_complex: "It is too complicated",
  low_quality: "It did not work well",
  customer_service: "The support was not good",
  other: "Something else",
} as const;
