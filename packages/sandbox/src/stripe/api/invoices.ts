import { find, findCustomer } from "../account.ts";
import { badParam } from "../failure.ts";
import { usageLines } from "../lines.ts";
import type { Invoice } from "../model.ts";
import { listOf, mergeMetadata, needText, nested, only, text, whole } from "../params.ts";
import { invoiceShape } from "../shapes/invoice.ts";
import { changeLines } from "../subscriptions.ts";
import { pageOf } from "./lists.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";
import { pricesOf } from "./subscriptions.ts";

function list({ account, params }: ApiCall) {
  only(params, ["customer", "subscription", "status", "limit", "starting_after"]);
  const wanted = (name: string, value: string) => (text(params, name) ?? value) === value;
  const found = [...account.invoices.values()].filter(
    (one) =>
      wanted("customer", one.customer) && wanted("subscription", one.subscription) && wanted("status", one.status),
  );
  return pageOf(found, { params, url: "/v1/invoices", shape: (one) => invoiceShape(account, one) });
}

/** What a change of prices would charge now; nothing is kept. */
function preview({ account, params, now }: ApiCall) {
  only(params, ["customer", "subscription", "subscription_details"]);
  const subscription = find(account.subscriptions, needText(params, "subscription"), "subscription");
  const details = nested(params, "subscription_details");
  only(details, ["items", "proration_behavior", "proration_date"]);
  if (text(details, "proration_behavior") !== "always_invoice") {
    throw badParam("subscription_details[proration_behavior]", "The sandbox previews always_invoice only.");
  }
  const prorateAt = whole(details, "proration_date") ?? now;
  const prices = pricesOf(subscription, listOf(details, "items"));
  const { lines, usage } = changeLines(account, subscription, { prices, prorateAt, at: now });
  const customer = findCustomer(account, subscription.customer);
  const invoice = emptyPreview({
    customer: customer.id,
    subscription: subscription.id,
    currency: subscription.currency,
    now,
  });
  invoice.lines.push(...lines, ...usage.flatMap((span) => usageLines(account, invoice, span)));
  const subtotal = invoice.lines.reduce((sum, { amount }) => sum + amount, 0);
  const coupon = subscription.discount === null ? undefined : account.coupons.get(subscription.discount.coupon);
  invoice.discountAmount = subtotal > 0 ? Math.round((subtotal * (coupon?.percentOff ?? 0)) / 100) : 0;
  invoice.total = subtotal - invoice.discountAmount;
  invoice.startingBalance = customer.balance;
  invoice.amountDue = Math.max(0, invoice.total + customer.balance);
  return { ...invoiceShape(account, invoice), id: `upcoming_${invoice.id}` };
}

/** Memo and metadata may be written at any time; amounts may not. */
function update(call: ApiCall) {
  only(call.params, ["description", "metadata"]);
  const invoice = find(call.account.invoices, idOf(call), "invoice");
  invoice.memo = text(call.params, "description") ?? invoice.memo;
  invoice.metadata = mergeMetadata(invoice.metadata, call.params);
  return invoiceShape(call.account, invoice);
}

interface PreviewOf {
  readonly customer: string;
  readonly subscription: string;
  readonly currency: string;
  readonly now: number;
}

function emptyPreview({ now, ...about }: PreviewOf): Invoice {
  return {
    ...about,
    id: `in_${now}`,
    created: now,
    reason: "subscription_update",
    periodStart: now,
    periodEnd: now,
    lines: [],
    usage: [],
    percentOff: 0,
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
    finalizesAt: null,
    finalizedAt: null,
    paidAt: null,
    voidedAt: null,
    memo: null,
    metadata: {},
  };
}

export const INVOICE_ROUTES: readonly ApiRoute[] = [
  route("POST", "/invoices/create_preview", preview),
  route("GET", "/invoices", list),
  route("GET", "/invoices/:id", (call) =>
    invoiceShape(call.account, find(call.account.invoices, idOf(call), "invoice")),
  ),
  route("POST", "/invoices/:id", update),
];
