import type { SubscriptionFacts } from "@heed/core/billing/standing";
import { STRIPE_STATUSES, type StripeStatus } from "@heed/core/billing/standing";
import type { PaymentProblem, StripeState } from "@heed/core/billing/stripe-state";
import { AppError } from "@heed/core/errors";
import { type Instant, Temporal } from "@heed/core/time";
import type { Stripe } from "stripe";
import { calling, isMissing } from "./errors.ts";
import { keyOfMetadata } from "./price-keys.ts";

type Full = Stripe.Subscription;

/** Everything that the state of a workspace depends on, asked for at once; the order of events plays no part. */
export async function readState(stripe: Stripe, customerId: string): Promise<StripeState> {
  const customer = await calling(() => stripe.customers.retrieve(customerId).catch(nothingIfMissing));
  if (customer === null || customer.deleted === true) {
    const livemode = customer !== null && "livemode" in customer && customer.livemode === true;
    return { ...GONE, customerId, livemode };
  }
  const listed = await calling(() =>
    stripe.subscriptions.list({
      customer: customerId,
      status: "all",
      limit: 100,
      expand: ["data.schedule", "data.latest_invoice"],
    }),
  );
  const [chosen, ...surplus] = byImportance(listed.data.filter(isOurs));
  const open = chosen === undefined ? null : await openInvoice(stripe, chosen);
  return {
    customerId,
    markedTenant: customer.metadata["heed_tenant"] ?? null,
    livemode: customer.livemode,
    customerDeleted: false,
    subscription: chosen === undefined ? null : factsOf(chosen, open),
    surplus: surplus.filter(isAlive).map(({ id }) => id),
    problem: chosen === undefined || open === null ? null : problemOf(chosen, open),
  };
}

const GONE = { markedTenant: null, customerDeleted: true, subscription: null, surplus: [], problem: null } as const;

function nothingIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

/** Another product may share the account: its subscriptions are none of ours. */
function isOurs({ items }: Full): boolean {
  return items.data.some(({ price }) => keyOfMetadata(price.metadata) !== null);
}

const ALIVE: ReadonlySet<string> = new Set(["active", "trialing", "past_due", "unpaid", "paused"]);
const isAlive = ({ status }: Full): boolean => ALIVE.has(status);

/** The oldest that lives counts, so that two readers choose alike; without one the newest tells how it ended. */
function byImportance(all: readonly Full[]): readonly Full[] {
  const alive = all.filter(isAlive).toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const ended = all.filter((one) => !isAlive(one)).toSorted((a, b) => b.created - a.created);
  return [...alive, ...ended];
}

type Invoice = Stripe.Invoice;

function factsOf(subscription: Full, open: Invoice | null): SubscriptionFacts & { readonly subscriptionId: string } {
  const { base, plan } = itemsOf(subscription);
  const { status, cancel_at: cancelAt } = subscription;
  return {
    subscriptionId: subscription.id,
    status: known(status),
    plan: plan.plan,
    interval: plan.interval,
    periodStart: instant(base.current_period_start),
    periodEnd: instant(base.current_period_end),
    cancelAt:
      cancelAt === null
        ? subscription.cancel_at_period_end
          ? instant(base.current_period_end)
          : null
        : instant(cancelAt),
    pastDueSince: status === "past_due" || status === "unpaid" ? pastDueSince(open) : null,
    next: nextOf(subscription),
  };
}

/** The two items of a subscription of ours. */
export function itemsOf({ id, items }: Full) {
  const keyed = items.data.map((item) => ({ item, key: keyOfMetadata(item.price.metadata) }));
  const base = keyed.find(({ key }) => key?.part === "base");
  const usage = keyed.find(({ key }) => key?.part === "usage");
  if (base === undefined || base.key === null || usage === undefined) {
    throw new AppError("INTERNAL", "A subscription at Stripe has other items than ours.", { details: { id } });
  }
  return { base: base.item, usage: usage.item, plan: base.key };
}

function known(status: string): StripeStatus {
  const found = STRIPE_STATUSES.find((name) => name === status);
  if (found !== undefined) return found;
  throw new AppError("INTERNAL", "Stripe names a status that we do not know.", { details: { status } });
}

const behind = ({ status }: Full): boolean => status === "past_due" || status === "unpaid";

/** While a subscription is unpaid, drafts of later periods lie before the invoice that waits to be paid. */
async function openInvoice(stripe: Stripe, subscription: Full): Promise<Invoice | null> {
  const { latest_invoice: latest, id } = subscription;
  if (latest !== null && typeof latest !== "string" && latest.status === "open") return latest;
  if (!behind(subscription)) return null;
  const open = await calling(() => stripe.invoices.list({ subscription: id, status: "open", limit: 1 }));
  return open.data[0] ?? null;
}

function pastDueSince(invoice: Invoice | null): Instant | null {
  return invoice === null ? null : instant(invoice.status_transitions.finalized_at ?? invoice.created);
}

/** An open invoice that a try has failed on, or one that waits for the bank's or the person's yes. */
function problemOf(subscription: Full, invoice: Invoice): PaymentProblem | null {
  const pending = subscription.pending_update !== null;
  if (!isAlive(subscription) || (!pending && !behind(subscription))) return null;
  const url = invoice.hosted_invoice_url ?? null;
  return { kind: pending ? "action_needed" : "declined", url, amountMinor: invoice.amount_remaining };
}

function nextOf({ schedule }: Full): SubscriptionFacts["next"] {
  if (schedule === null || typeof schedule === "string" || schedule.status !== "active") return null;
  const ends = schedule.current_phase?.end_date;
  const phase = schedule.phases.find(({ start_date: start }) => start === ends);
  for (const { metadata } of phase?.items ?? []) {
    const key = keyOfMetadata(metadata ?? {});
    if (key !== null && key.part === "base") return { plan: key.plan, interval: key.interval };
  }
  return null;
}

const instant = (seconds: number): Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
