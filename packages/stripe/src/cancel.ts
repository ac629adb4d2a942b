import type { Stripe } from "stripe";
import { load, releaseSchedule } from "./change-plan.ts";
import { calling } from "./errors.ts";

/** Stripe's own list of reasons. */
export const CANCEL_REASONS = [
  "too_expensive",
  "missing_features",
  "switched_service",
  "unused",
  "too_complex",
  "low_quality",
  "customer_service",
  "other",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export interface Cancellation {
  readonly subscriptionId: string;
  readonly reason: CancelReason;
  readonly comment: string | null;
}

/** Ends with the period that is paid; a planned downgrade is off with it. */
export async function cancelAtPeriodEnd(
  stripe: Stripe,
  { subscriptionId, reason, comment }: Cancellation,
): Promise<void> {
  await releaseSchedule(stripe, await load(stripe, subscriptionId));
  const details = { feedback: reason, ...(comment === null ? {} : { comment }) };
  await calling(() =>
    stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: true, cancellation_details: details }),
  );
}

/** It goes on as if it had never been cancelled; possible until the period ends. */
export async function reactivate(stripe: Stripe, subscriptionId: string): Promise<void> {
  await calling(() =>
    stripe.subscriptions.update(subscriptionId, {
      cancel_at_period_end: false,
      cancellation_details: { feedback: "", comment: "" },
    }),
  );
}

/** A second subscription beside the one that counts: what was paid for it goes back as credit. */
export async function endSurplus(stripe: Stripe, ids: readonly string[]): Promise<void> {
  for (const id of ids) await calling(() => stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true }));
}
