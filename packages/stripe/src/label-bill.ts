import type { BillLabels } from "@heed/core/billing/bill-labels";
import { type Instant, Temporal } from "@heed/core/time";
import type { Stripe } from "stripe";
import { calling } from "./errors.ts";

export interface DraftBill {
  readonly id: string;
  /** The period whose use is on it. */
  readonly start: Instant;
  readonly end: Instant;
}

/** Bills of periods that have ended and that Stripe has not closed yet: what is written on them now is on their PDF. */
export async function draftBills(stripe: Stripe, subscriptionId: string): Promise<readonly DraftBill[]> {
  const drafts = await calling(() =>
    stripe.invoices.list({ subscription: subscriptionId, status: "draft", limit: 10 }),
  );
  return drafts.data
    .filter(({ billing_reason: reason }) => reason === "subscription_cycle")
    .map(({ id, period_start: start, period_end: end }) => ({ id, start: instant(start), end: instant(end) }));
}

/** The memo is shown on the invoice; the same is said in its metadata. A repeat writes the same. */
export async function labelBill(stripe: Stripe, id: string, { memo, metadata }: BillLabels): Promise<void> {
  await calling(() => stripe.invoices.update(id, { description: memo, metadata }));
}

const instant = (seconds: number): Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
