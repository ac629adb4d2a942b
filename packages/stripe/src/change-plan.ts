import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { type Instant, Temporal } from "@heed/core/time";
import type { Stripe } from "stripe";
import { calling } from "./errors.ts";
import type { PriceBook } from "./price-book.ts";
import { metadataOf } from "./price-keys.ts";
import { itemsOf } from "./read-state.ts";

export interface Parts {
  readonly stripe: Stripe;
  readonly prices: PriceBook;
}

export interface PlanChange {
  readonly subscriptionId: string;
  readonly plan: PaidPlanId;
  readonly interval: Interval;
  /** The instant by which both the preview and the change reckon, so that they agree to the cent. */
  readonly at: Instant;
}

export interface Preview {
  readonly at: Instant;
  /** Cents that are charged now; negative amounts stay as credit for the next invoice. */
  readonly dueMinor: number;
  readonly lines: readonly { readonly text: string; readonly amountMinor: number }[];
}

const seconds = (at: Instant): number => Math.floor(at.epochMilliseconds / 1_000);

/** What an upgrade costs at once, from Stripe's own calculation. */
export async function previewChange(parts: Parts, change: PlanChange): Promise<Preview> {
  const { subscription, items } = await wantedItems(parts, change);
  const invoice = await calling(() =>
    parts.stripe.invoices.createPreview({
      customer: idOf(subscription.customer),
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: "always_invoice", proration_date: seconds(change.at) },
    }),
  );
  return {
    at: Temporal.Instant.fromEpochMilliseconds(seconds(change.at) * 1_000),
    dueMinor: invoice.amount_due,
    lines: invoice.lines.data.map(({ description, amount }) => ({ text: description ?? "", amountMinor: amount })),
  };
}

/**
 * Takes effect when it is paid: where the bank declines or wants a confirmation the old plan stays, and the open invoice
 * waits for the person. A repeat of the same change is the same call at Stripe.
 */
export async function upgrade(parts: Parts, change: PlanChange): Promise<void> {
  const { subscription, items } = await wantedItems(parts, change);
  await releaseSchedule(parts.stripe, subscription);
  const { subscriptionId: id, plan, interval, at } = change;
  await calling(() =>
    parts.stripe.subscriptions.update(
      id,
      {
        items,
        payment_behavior: "pending_if_incomplete",
        proration_behavior: "always_invoice",
        proration_date: seconds(at),
      },
      { idempotencyKey: `heed:upgrade:${id}:${plan}:${interval}:${seconds(at)}` },
    ),
  );
}

/** A smaller plan begins with the next period; until then nothing changes. */
export async function scheduleDowngrade(parts: Parts, change: Omit<PlanChange, "at">): Promise<void> {
  const { stripe } = parts;
  const subscription = await load(stripe, change.subscriptionId);
  const { base, usage } = itemsOf(subscription);
  const next = await parts.prices.pricesOf(change.plan, change.interval);
  const schedule = await ensureSchedule(stripe, subscription);
  const of = (part: "base" | "usage") => metadataOf({ plan: change.plan, interval: change.interval, part });
  await calling(() =>
    stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: "release",
      phases: [
        {
          items: [{ price: base.price.id, quantity: 1 }, { price: usage.price.id }],
          start_date: schedule.current_phase?.start_date ?? base.current_period_start,
          end_date: base.current_period_end,
          proration_behavior: "none",
        },
        {
          items: [
            { price: next.base, quantity: 1, metadata: of("base") },
            { price: next.usage, metadata: of("usage") },
          ],
          duration: { interval: change.interval, interval_count: 1 },
          proration_behavior: "none",
        },
      ],
    }),
  );
}

/** A crash may have left a schedule without our second phase: it is taken up, not made again. */
async function ensureSchedule(stripe: Stripe, { id, schedule }: Stripe.Subscription) {
  if (schedule !== null) return calling(() => stripe.subscriptionSchedules.retrieve(idOf(schedule)));
  return calling(() => stripe.subscriptionSchedules.create({ from_subscription: id }));
}

/** The planned downgrade is off. */
export async function keepPlan(stripe: Stripe, subscriptionId: string): Promise<void> {
  await releaseSchedule(stripe, await load(stripe, subscriptionId));
}

export async function releaseSchedule(stripe: Stripe, { schedule }: Stripe.Subscription): Promise<void> {
  if (schedule !== null) await calling(() => stripe.subscriptionSchedules.release(idOf(schedule)));
}

async function wantedItems({ stripe, prices }: Parts, { subscriptionId, plan, interval }: PlanChange) {
  const subscription = await load(stripe, subscriptionId);
  const { base, usage } = itemsOf(subscription);
  const next = await prices.pricesOf(plan, interval);
  const items = [
    { id: base.id, price: next.base },
    { id: usage.id, price: next.usage },
  ];
  return { subscription, items };
}

export function load(stripe: Stripe, id: string): Promise<Stripe.Subscription> {
  return calling(() => stripe.subscriptions.retrieve(id));
}

const idOf = (reference: string | { readonly id: string }): string =>
  typeof reference === "string" ? reference : reference.id;
