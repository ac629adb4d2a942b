import { find, findCustomer, newId, type StripeAccount } from "./account.ts";
import { tell } from "./events.ts";
import { usageLines } from "./lines.ts";
import type { Customer, Invoice, Line, Subscription, UsageSpan } from "./model.ts";

/** A draft takes usage for an hour before it is closed (docs.stripe.com/billing/invoices/subscription, 2026-11). */
export const DRAFT_SECONDS = 3_600;
const DAY = 86_400;
/** Days after the first failed try on which the card is tried again; after the last one the subscription is unpaid. */
const RETRY_DAYS: readonly number[] = [1, 3, 5, 7];

export interface NewInvoice {
  readonly reason: Invoice["reason"];
  readonly lines: readonly Line[];
  readonly usage: readonly UsageSpan[];
  readonly at: number;
  /** Null: nobody closes it by itself. */
  readonly finalizesAt: number | null;
}

export function makeInvoice(account: StripeAccount, subscription: Subscription, made: NewInvoice): Invoice {
  const coupon = subscription.discount === null ? null : (account.coupons.get(subscription.discount.coupon) ?? null);
  const invoice: Invoice = {
    id: newId(account, "in"),
    created: made.at,
    customer: subscription.customer,
    subscription: subscription.id,
    currency: subscription.currency,
    reason: made.reason,
    periodStart: made.usage[0]?.from ?? subscription.periodStart,
    periodEnd: made.usage[0]?.to ?? made.at,
    lines: [...made.lines],
    usage: made.usage,
    percentOff: coupon?.percentOff ?? 0,
    status: "draft",
    number: null,
    discountAmount: 0,
    total: 0,
    startingBalance: 0,
    endingBalance: null,
    amountDue: 0,
    amountPaid: 0,
    attempts: 0,
    nextAttempt: null,
    finalizesAt: made.finalizesAt,
    finalizedAt: null,
    paidAt: null,
    voidedAt: null,
    memo: null,
    metadata: {},
  };
  if (coupon?.duration === "once") subscription.discount = null;
  sumUp(invoice);
  account.invoices.set(invoice.id, invoice);
  subscription.latestInvoice = invoice.id;
  tell(account, { type: "invoice.created", at: made.at }, invoice);
  return invoice;
}

export function subtotalOf({ lines }: Invoice): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

function sumUp(invoice: Invoice): void {
  const subtotal = subtotalOf(invoice);
  invoice.discountAmount = subtotal > 0 ? Math.round((subtotal * invoice.percentOff) / 100) : 0;
  invoice.total = subtotal - invoice.discountAmount;
  invoice.amountDue = Math.max(0, invoice.total);
}

/** Adds what the meter counted, fixes the amounts and uses up the customer's credit. */
export function finalize(account: StripeAccount, invoice: Invoice, at: number): void {
  for (const span of invoice.usage) invoice.lines.push(...usageLines(account, invoice, span));
  sumUp(invoice);
  const customer = find(account.customers, invoice.customer, "customer");
  settleBalance(invoice, customer);
  customer.currency ??= invoice.currency;
  invoice.number = `${customer.id.slice(4, 11).toUpperCase()}-${String(customer.nextInvoice).padStart(4, "0")}`;
  customer.nextInvoice += 1;
  invoice.status = "open";
  invoice.finalizesAt = null;
  invoice.finalizedAt = at;
  tell(account, { type: "invoice.finalized", at }, invoice);
}

function settleBalance(invoice: Invoice, customer: Customer): void {
  invoice.startingBalance = customer.balance;
  const sum = invoice.total + customer.balance;
  invoice.amountDue = Math.max(0, sum);
  customer.balance = Math.min(0, sum);
  invoice.endingBalance = customer.balance;
}

export type PaymentResult = "paid" | "declined" | "insufficient_funds" | "needs_confirmation";

export interface Payment {
  readonly at: number;
  /** A person sits before the page and can answer the bank. */
  readonly confirmed: boolean;
}

/** Tries the customer's card on an open invoice. */
export function collect(account: StripeAccount, invoice: Invoice, { at, confirmed }: Payment): PaymentResult {
  const result = invoice.amountDue === 0 ? "paid" : tryCard(account, invoice, confirmed);
  if (result === "paid") markPaid(account, invoice, at);
  else markFailed(account, invoice, { at, result });
  return result;
}

function tryCard(account: StripeAccount, { customer: id }: Invoice, confirmed: boolean): PaymentResult {
  const { card } = findCustomer(account, id);
  switch (card?.behaviour) {
    case "pays":
      return "paid";
    case "needs_confirmation":
      return confirmed ? "paid" : "needs_confirmation";
    case "insufficient_funds":
      return "insufficient_funds";
    case "declines":
    case undefined:
      return "declined";
  }
}

function markPaid(account: StripeAccount, invoice: Invoice, at: number): void {
  invoice.status = "paid";
  invoice.paidAt = at;
  invoice.amountPaid = invoice.amountDue;
  invoice.attempts += invoice.amountDue === 0 ? 0 : 1;
  invoice.nextAttempt = null;
  tell(account, { type: "invoice.paid", at }, invoice);
  tell(account, { type: "invoice.payment_succeeded", at }, invoice);
}

function markFailed(
  account: StripeAccount,
  invoice: Invoice,
  { at, result }: { readonly at: number; readonly result: PaymentResult },
): void {
  invoice.attempts += 1;
  const first = invoice.finalizedAt ?? at;
  const next = RETRY_DAYS.map((days) => first + days * DAY).find((retry) => retry > at);
  invoice.nextAttempt = invoice.reason === "subscription_cycle" ? (next ?? null) : null;
  tell(account, { type: "invoice.payment_failed", at }, invoice);
  if (result === "needs_confirmation") tell(account, { type: "invoice.payment_action_required", at }, invoice);
}

export function voidInvoice(account: StripeAccount, invoice: Invoice, at: number): void {
  invoice.status = "void";
  invoice.voidedAt = at;
  invoice.nextAttempt = null;
  tell(account, { type: "invoice.voided", at }, invoice);
}
