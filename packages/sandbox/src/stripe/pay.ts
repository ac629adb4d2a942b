import { find, findCustomer, newId, type StripeAccount } from "./account.ts";
import { advance } from "./advance.ts";
import { tellObject } from "./events.ts";
import { badParam, declined, notInState, StripeFailure } from "./failure.ts";
import type { Card, CardBehaviour, Subscription } from "./model.ts";
import { checkoutShape } from "./shapes/checkout.ts";
import { customerShape } from "./shapes/customer.ts";
import { beginSubscription, settlePayment } from "./subscriptions.ts";

/** Stripe's published test cards (docs.stripe.com/testing, 2026-11); another number is none of theirs. */
const CARDS: Readonly<Record<string, { readonly atOnce: CardBehaviour; readonly later: CardBehaviour }>> = {
  "4242424242424242": { atOnce: "pays", later: "pays" },
  "4000000000000002": { atOnce: "declines", later: "declines" },
  "4000000000009995": { atOnce: "insufficient_funds", later: "insufficient_funds" },
  /** Can be attached, and fails at each charge. */
  "4000000000000341": { atOnce: "pays", later: "declines" },
  "4000002760003184": { atOnce: "needs_confirmation", later: "needs_confirmation" },
};

export interface PageResult {
  /** What the page says; null when it is done. */
  readonly error: string | null;
  readonly needsConfirmation: boolean;
}

const DONE: PageResult = { error: null, needsConfirmation: false };

/** What a person does on one of Stripe's pages. */
export type PageAct =
  | {
      readonly act: "pay_checkout";
      readonly session: string;
      readonly card: string;
      readonly confirmed: boolean;
      readonly promotion: string;
      readonly taxId: string;
    }
  | { readonly act: "set_card"; readonly customer: string; readonly card: string }
  | { readonly act: "pay_invoice"; readonly invoice: string; readonly card: string; readonly confirmed: boolean };

export function actOnPage(account: StripeAccount, act: PageAct, now: number): PageResult {
  advance(account, now);
  try {
    switch (act.act) {
      case "pay_checkout":
        return payCheckout(account, act, now);
      case "set_card":
        return setCard(account, act, now);
      case "pay_invoice":
        return payInvoice(account, act, now);
    }
  } catch (error) {
    if (error instanceof StripeFailure) return { error: error.message, needsConfirmation: false };
    throw error;
  }
}

type Act<A extends PageAct["act"]> = Extract<PageAct, { act: A }>;

function payCheckout(account: StripeAccount, act: Act<"pay_checkout">, now: number): PageResult {
  const session = find(account.sessions, act.session, "checkout.session");
  if (session.status !== "open") throw notInState("This page is no longer open.");
  const { card, atOnce } = takeCard(account, act.card);
  if (atOnce === "declines" || atOnce === "insufficient_funds")
    throw declined(atOnce === "declines" ? "generic_decline" : atOnce);
  if (atOnce === "needs_confirmation" && !act.confirmed) return { error: null, needsConfirmation: true };
  const discount = promotionOf(account, act.promotion);
  const customer = findCustomer(account, session.customer);
  customer.card = { ...card, behaviour: atOnce === "needs_confirmation" ? atOnce : "pays" };
  customer.country = "IE";
  if (act.taxId !== "") customer.taxIds = [act.taxId];
  const subscription = beginSubscription(account, {
    customer: customer.id,
    prices: session.prices,
    metadata: session.subscriptionMetadata,
    discount,
    at: now,
  });
  customer.card = card;
  session.status = "complete";
  session.subscription = subscription.id;
  session.invoice = subscription.latestInvoice;
  tellObject(account, { type: "checkout.session.completed", at: now }, checkoutShape(session));
  return DONE;
}

function takeCard(account: StripeAccount, number: string): { readonly card: Card; readonly atOnce: CardBehaviour } {
  const digits = number.replaceAll(/\D/g, "");
  const known = CARDS[digits];
  if (known === undefined) throw badParam("card", "Your card number is invalid.");
  return { card: { id: newId(account, "pm"), last4: digits.slice(-4), behaviour: known.later }, atOnce: known.atOnce };
}

function promotionOf(account: StripeAccount, code: string): Subscription["discount"] {
  if (code === "") return null;
  const found = account.promotionCodes.get(code);
  if (found === undefined) throw badParam("promotion", "This code is invalid.");
  return { coupon: found.coupon, promotionCode: found.id };
}

function setCard(account: StripeAccount, { customer: id, card: number }: Act<"set_card">, now: number): PageResult {
  const { card, atOnce } = takeCard(account, number);
  if (atOnce === "declines" || atOnce === "insufficient_funds") throw declined("generic_decline");
  const customer = findCustomer(account, id);
  customer.card = card;
  tellObject(account, { type: "customer.updated", at: now }, customerShape(account, customer));
  return DONE;
}

function payInvoice(account: StripeAccount, act: Act<"pay_invoice">, now: number): PageResult {
  const invoice = find(account.invoices, act.invoice, "invoice");
  if (invoice.status !== "open") throw notInState("This invoice is not open.");
  const customer = findCustomer(account, invoice.customer);
  if (act.card !== "") {
    const { card, atOnce } = takeCard(account, act.card);
    if (atOnce === "declines" || atOnce === "insufficient_funds") throw declined("generic_decline");
    customer.card = card;
  }
  if (customer.card?.behaviour === "needs_confirmation" && !act.confirmed)
    return { error: null, needsConfirmation: true };
  settlePayment(account, invoice, { at: now, confirmed: act.confirmed });
  const paid = account.invoices.get(invoice.id)?.status === "paid";
  return paid ? DONE : { error: "Your card was declined.", needsConfirmation: false };
}
