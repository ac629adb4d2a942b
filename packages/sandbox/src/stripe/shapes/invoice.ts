import type { StripeAccount } from "../account.ts";
import type { Invoice, Line, Metadata } from "../model.ts";

/** An invoice as the API shows it. Fields that Heed never uses hold what a plain account would have there. */
export function invoiceShape(account: StripeAccount, invoice: Invoice) {
  const customer = account.customers.get(invoice.customer);
  const subtotal = invoice.lines.reduce((sum, { amount }) => sum + amount, 0);
  const metadata = account.subscriptions.get(invoice.subscription)?.metadata ?? {};
  const lines = invoice.lines.map((line) => lineShape(invoice, line));
  return {
    id: invoice.id,
    object: "invoice",
    ...PLAIN,
    ...amounts(invoice, subtotal),
    ...progress(invoice),
    created: invoice.created,
    currency: invoice.currency,
    customer: invoice.customer,
    customer_account: null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_tax_exempt: "none",
    description: invoice.memo,
    metadata: invoice.metadata,
    customer_tax_ids: (customer?.taxIds ?? []).map((value) => ({ type: "eu_vat", value })),
    discounts: [],
    lines: { object: "list", data: lines, has_more: false, url: `/v1/invoices/${invoice.id}/lines` },
    parent: parentShape(invoice, metadata),
    period_end: invoice.periodEnd,
    period_start: invoice.periodStart,
  };
}

const PLAIN = {
  account_country: "IE",
  account_name: "Heed sandbox",
  account_tax_ids: null,
  application: null,
  automatic_tax: {
    enabled: true,
    disabled_reason: null,
    liability: { type: "self" },
    provider: "stripe",
    status: "complete",
  },
  collection_method: "charge_automatically",
  custom_fields: null,
  customer_address: null,
  customer_phone: null,
  customer_shipping: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  due_date: null,
  footer: null,
  from_invoice: null,
  issuer: { type: "self" },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  test_clock: null,
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} as const;

function amounts(invoice: Invoice, subtotal: number) {
  return {
    amount_due: invoice.amountDue,
    amount_overpaid: 0,
    amount_paid: invoice.amountPaid,
    amount_remaining: invoice.status === "paid" ? 0 : invoice.amountDue - invoice.amountPaid,
    amount_shipping: 0,
    ending_balance: invoice.endingBalance,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    starting_balance: invoice.startingBalance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total: invoice.total,
    total_discount_amounts: invoice.discountAmount === 0 ? [] : [{ amount: invoice.discountAmount }],
    total_excluding_tax: invoice.total,
  };
}

function progress(invoice: Invoice) {
  const closed = invoice.status !== "draft";
  return {
    attempt_count: invoice.attempts,
    attempted: invoice.attempts > 0 || invoice.status === "paid",
    auto_advance: invoice.finalizesAt !== null || invoice.nextAttempt !== null,
    automatically_finalizes_at: invoice.finalizesAt,
    billing_reason: invoice.reason,
    effective_at: invoice.finalizedAt,
    hosted_invoice_url: closed ? `HOSTED/invoice/${invoice.id}` : null,
    invoice_pdf: closed ? `HOSTED/invoice/${invoice.id}/pdf` : null,
    next_payment_attempt: invoice.nextAttempt,
    number: invoice.number,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalizedAt,
      marked_uncollectible_at: null,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
  };
}

function parentShape({ subscription }: Invoice, metadata: Metadata) {
  return { type: "subscription_details", quote_details: null, subscription_details: { metadata, subscription } };
}

export function lineShape({ id: invoice, currency, subscription }: Invoice, line: Line) {
  return {
    id: line.id,
    object: "line_item",
    amount: line.amount,
    currency,
    description: line.description,
    discount_amounts: [],
    discountable: !line.proration,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: {
      type: "subscription_item_details",
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: null,
        subscription,
        subscription_item: line.item,
      },
    },
    period: { end: line.end, start: line.start },
    pretax_credit_amounts: [],
    pricing: { type: "price_details", price_details: { price: line.price, product: "" }, unit_amount_decimal: null },
    quantity: line.quantity,
    quantity_decimal: line.quantity === null ? null : String(line.quantity),
    subtotal: line.amount,
    taxes: [],
  };
}
