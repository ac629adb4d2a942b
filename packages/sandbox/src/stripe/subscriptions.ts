import { find, findCustomer, isAlive, newId, type StripeAccount, subscriptionsOf } from "./account.ts";
import { tell } from "./events.ts";
import { badParam, currencies, notInState } from "./failure.ts";
import { collect, finalize, makeInvoice, type Payment, voidInvoice } from "./invoicing.ts";
import { fixedLines, intervalOf, priceOf, prorationLines, usageSpans } from "./lines.ts";
import type { Invoice, Metadata, PendingUpdate, Subscription } from "./model.ts";
import { nextEnd } from "./period.ts";

const HOUR = 3_600;
/** A change that waits for its payment lapses after this (docs.stripe.com/billing/subscriptions/pending-updates, 2026-11). */
const PENDING_SECONDS = 23 * HOUR;

export interface NewSubscription {
  readonly customer: string;
  readonly prices: readonly { readonly price: string; readonly quantity: number | null }[];
  readonly metadata: Metadata;
  readonly discount: Subscription["discount"];
  readonly at: number;
}

/** @throws StripeFailure where the customer pays in another currency, or intervals differ */
export function checkPrices(account: StripeAccount, customerId: string, ids: readonly string[]): string {
  const prices = ids.map((id) => priceOf(account, id));
  const customer = findCustomer(account, customerId);
  const [first] = prices;
  if (first === undefined) throw badParam("items", "A subscription needs at least one item.");
  const alive = subscriptionsOf(account, customerId).some(isAlive);
  for (const { currency, interval } of prices) {
    if (currency !== (customer.currency ?? first.currency) && (alive || customer.currency !== null)) throw currencies();
    if (interval !== first.interval) throw badParam("items", "All prices must have the same interval.");
  }
  return first.currency;
}

/** Begins a subscription and pays its first invoice; the caller has checked the card. */
export function beginSubscription(account: StripeAccount, made: NewSubscription): Subscription {
  const ids = made.prices.map(({ price }) => price);
  const currency = checkPrices(account, made.customer, ids);
  const interval = priceOf(account, ids[0] ?? "").interval;
  const subscription: Subscription = {
    id: newId(account, "sub"),
    created: made.at,
    customer: made.customer,
    currency,
    metadata: made.metadata,
    items: made.prices.map(({ price, quantity }) => ({ id: newId(account, "si"), created: made.at, price, quantity })),
    status: "incomplete",
    anchor: made.at,
    periodStart: made.at,
    periodEnd: nextEnd(made.at, interval, made.at),
    cancelAtPeriodEnd: false,
    canceledAt: null,
    endedAt: null,
    feedback: null,
    comment: null,
    latestInvoice: null,
    schedule: null,
    pending: null,
    discount: made.discount,
  };
  account.subscriptions.set(subscription.id, subscription);
  const invoice = makeInvoice(account, subscription, {
    reason: "subscription_create",
    lines: fixedLines(account, subscription),
    usage: [],
    at: made.at,
    finalizesAt: null,
  });
  finalize(account, invoice, made.at);
  const paid = collect(account, invoice, { at: made.at, confirmed: true }) === "paid";
  subscription.status = paid ? "active" : "incomplete";
  tell(account, { type: "customer.subscription.created", at: made.at }, subscription);
  return subscription;
}

export interface PriceChange {
  /** New price by item. */
  readonly prices: ReadonlyMap<string, string>;
  /** The instant by which the proration reckons. */
  readonly prorateAt: number;
  readonly at: number;
}

/**
 * Changes prices and charges the difference at once. It takes effect when that is paid; until then it is pending, and
 * nothing of the subscription has changed.
 */
export function changePrices(account: StripeAccount, subscription: Subscription, change: PriceChange): void {
  if (subscription.pending !== null) throw notInState("This subscription has a pending update already.");
  const invoice = changeInvoice(account, subscription, change);
  finalize(account, invoice, change.at);
  subscription.pending = {
    prices: change.prices,
    invoice: invoice.id,
    expiresAt: change.at + PENDING_SECONDS,
    at: change.prorateAt,
  };
  settlePayment(account, invoice, { at: change.at, confirmed: false });
}

/** The invoice of a change: prorations, and a whole new period with the usage so far where the interval changes. */
function changeInvoice(account: StripeAccount, subscription: Subscription, change: PriceChange): Invoice {
  const { prices, at } = change;
  checkPrices(
    account,
    subscription.customer,
    subscription.items.map(({ id, price }) => prices.get(id) ?? price),
  );
  const { lines, usage } = changeLines(account, subscription, change);
  return makeInvoice(account, subscription, { reason: "subscription_update", lines, usage, at, finalizesAt: null });
}

export function changeLines(account: StripeAccount, subscription: Subscription, { prices, prorateAt }: PriceChange) {
  const lines = prorationLines(account, subscription, { prices, at: prorateAt });
  const after = withPrices(subscription, prices);
  if (intervalOf(account, after) === intervalOf(account, subscription)) return { lines, usage: [] };
  const fresh = {
    ...after,
    periodStart: prorateAt,
    periodEnd: nextEnd(prorateAt, intervalOf(account, after), prorateAt),
  };
  const until = { ...subscription, periodEnd: prorateAt };
  return { lines: [...lines, ...fixedLines(account, fresh)], usage: usageSpans(account, until) };
}

function withPrices(subscription: Subscription, prices: ReadonlyMap<string, string>): Subscription {
  const items = subscription.items.map((item) => ({ ...item, price: prices.get(item.id) ?? item.price }));
  return { ...subscription, items };
}

/** Tries the card, and lets the subscription follow what came of it. */
export function settlePayment(account: StripeAccount, invoice: Invoice, payment: Payment): void {
  const subscription = account.subscriptions.get(invoice.subscription);
  const result = collect(account, invoice, payment);
  if (subscription === undefined || !isAlive(subscription)) return;
  const { at } = payment;
  if (result === "paid") afterPayment(account, subscription, { invoice, at });
  else if (invoice.reason === "subscription_cycle") {
    subscription.status = invoice.nextAttempt === null ? "unpaid" : "past_due";
  }
  tell(account, { type: "customer.subscription.updated", at }, subscription);
}

function afterPayment(
  account: StripeAccount,
  subscription: Subscription,
  { invoice, at }: { readonly invoice: Invoice; readonly at: number },
): void {
  const { pending } = subscription;
  if (pending?.invoice === invoice.id) {
    applyPending(account, subscription, pending);
    tell(account, { type: "customer.subscription.pending_update_applied", at }, subscription);
  }
  const owes = [...account.invoices.values()].some(
    (one) => one.subscription === subscription.id && one.status === "open" && one.reason === "subscription_cycle",
  );
  if (!owes) subscription.status = "active";
}

function applyPending(account: StripeAccount, subscription: Subscription, { prices, at }: PendingUpdate): void {
  const before = intervalOf(account, subscription);
  for (const item of subscription.items) item.price = prices.get(item.id) ?? item.price;
  subscription.pending = null;
  const interval = intervalOf(account, subscription);
  if (interval === before) return;
  subscription.anchor = at;
  subscription.periodStart = at;
  subscription.periodEnd = nextEnd(at, interval, at);
}

export function lapsePending(account: StripeAccount, subscription: Subscription, at: number): void {
  const { pending } = subscription;
  if (pending === null) return;
  subscription.pending = null;
  voidInvoice(account, find(account.invoices, pending.invoice, "invoice"), at);
  tell(account, { type: "customer.subscription.pending_update_expired", at }, subscription);
  tell(account, { type: "customer.subscription.updated", at }, subscription);
}

/** Ends at once; with `prorate` the rest of the period becomes credit. */
export function endNow(
  account: StripeAccount,
  subscription: Subscription,
  { at, prorate, invoiceNow }: { readonly at: number; readonly prorate: boolean; readonly invoiceNow: boolean },
): void {
  const share = Math.max(0, subscription.periodEnd - at) / (subscription.periodEnd - subscription.periodStart);
  const lines = fixedLines(account, subscription).map((line) => ({
    ...line,
    amount: -Math.round(line.amount * share),
    description: `Unused time on ${line.description}`,
    start: at,
    proration: true,
  }));
  subscription.status = "canceled";
  subscription.canceledAt = at;
  subscription.endedAt = at;
  if (invoiceNow) {
    const usage = usageSpans(account, { ...subscription, periodEnd: at });
    const given = { reason: "manual" as const, lines: prorate ? lines : [], usage, at, finalizesAt: null };
    const invoice = makeInvoice(account, subscription, given);
    finalize(account, invoice, at);
    collect(account, invoice, { at, confirmed: false });
  }
  tell(account, { type: "customer.subscription.deleted", at }, subscription);
}
