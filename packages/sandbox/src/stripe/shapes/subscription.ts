import type { StripeAccount } from "../account.ts";
import type { Item, Price, Subscription } from "../model.ts";
import { priceShape } from "./catalog.ts";

export function subscriptionShape(account: StripeAccount, subscription: Subscription) {
  const { id, pending } = subscription;
  const items = subscription.items.map((item) => itemShape(account, subscription, item));
  return {
    id,
    object: "subscription",
    ...PLAIN,
    billing_cycle_anchor: subscription.anchor,
    cancel_at: subscription.cancelAtPeriodEnd ? subscription.periodEnd : null,
    cancel_at_period_end: subscription.cancelAtPeriodEnd,
    canceled_at: subscription.canceledAt,
    cancellation_details: {
      comment: subscription.comment,
      feedback: subscription.feedback,
      reason: subscription.canceledAt === null ? null : "cancellation_requested",
    },
    created: subscription.created,
    currency: subscription.currency,
    customer: subscription.customer,
    discounts: subscription.discount === null ? [] : [`di_${subscription.discount.promotionCode.slice(6)}`],
    ended_at: subscription.endedAt,
    items: { object: "list", data: items, has_more: false, url: `/v1/subscription_items?subscription=${id}` },
    latest_invoice: subscription.latestInvoice,
    metadata: subscription.metadata,
    pending_update:
      pending === null
        ? null
        : {
            billing_cycle_anchor: null,
            cancel_at_period_end: null,
            discount: null,
            discounts: null,
            expires_at: pending.expiresAt,
            metadata: null,
            subscription_items: subscription.items.map((item) =>
              itemShape(account, subscription, { ...item, price: pending.prices.get(item.id) ?? item.price }),
            ),
            trial_end: null,
            trial_from_plan: null,
          },
    schedule: subscription.schedule,
    start_date: subscription.created,
    status: subscription.status,
  };
}

const PLAIN = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { enabled: true, disabled_reason: null, liability: { type: "self" } },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
  billing_schedules: [],
  billing_thresholds: null,
  collection_method: "charge_automatically",
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  livemode: false,
  managed_payments: { enabled: false },
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: "off" },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  test_clock: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: { end_behavior: { missing_payment_method: "create_invoice" } },
  trial_start: null,
} as const;

function itemShape(account: StripeAccount, { id: subscription, periodStart, periodEnd }: Subscription, item: Item) {
  const price = account.prices.get(item.price);
  if (price === undefined) throw new Error(`The sandbox lost a price: ${item.price}`);
  return {
    id: item.id,
    object: "subscription_item",
    billing_thresholds: null,
    created: item.created,
    current_period_end: periodEnd,
    current_period_start: periodStart,
    discounts: [],
    metadata: {},
    plan: planShape(price),
    price: priceShape(price),
    ...(item.quantity === null ? {} : { quantity: item.quantity }),
    subscription,
    tax_rates: [],
  };
}

/** The older view of a price, which the API still carries beside it. */
function planShape(price: Price) {
  const { recurring, product, id, active, billing_scheme, created, currency, livemode, metadata } = priceShape(price);
  return {
    id,
    object: "plan",
    active,
    amount: price.unitAmount,
    amount_decimal: price.unitAmount === null ? null : String(price.unitAmount),
    billing_scheme,
    created,
    currency,
    interval: recurring.interval,
    interval_count: 1,
    livemode,
    metadata,
    meter: recurring.meter,
    nickname: null,
    product,
    tiers_mode: price.meter === null ? null : "graduated",
    transform_usage: null,
    trial_period_days: null,
    usage_type: recurring.usage_type,
  };
}
