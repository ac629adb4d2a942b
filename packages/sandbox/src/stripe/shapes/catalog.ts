import type { Coupon, Meter, Price, Product, PromotionCode } from "../model.ts";

export function productShape({ id, created, name, description, metadata, updated }: Product) {
  return {
    id,
    object: "product",
    active: true,
    created,
    default_price: null,
    description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata,
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    type: "service",
    unit_label: null,
    updated,
    url: null,
  };
}

const decimal = (milli: number): string => String(milli / 1_000);

/** Tiers are shown only where they are asked for. */
export function priceShape(price: Price, withTiers = false) {
  const metered = price.meter !== null;
  const tiers = price.tiers.map(({ upTo, unitMilli }) => ({
    flat_amount: null,
    flat_amount_decimal: null,
    unit_amount: unitMilli % 1_000 === 0 ? unitMilli / 1_000 : null,
    unit_amount_decimal: decimal(unitMilli),
    up_to: upTo,
  }));
  return {
    id: price.id,
    object: "price",
    active: price.active,
    billing_scheme: metered ? "tiered" : "per_unit",
    created: price.created,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: price.lookupKey,
    metadata: price.metadata,
    nickname: null,
    product: price.product,
    recurring: {
      interval: price.interval,
      interval_count: 1,
      meter: price.meter,
      trial_period_days: null,
      usage_type: metered ? "metered" : "licensed",
    },
    tax_behavior: price.taxBehavior,
    ...(withTiers && metered ? { tiers } : {}),
    tiers_mode: metered ? "graduated" : null,
    transform_quantity: null,
    type: "recurring",
    unit_amount: price.unitAmount,
    unit_amount_decimal: price.unitAmount === null ? null : String(price.unitAmount),
  };
}

export function meterShape({ id, created, displayName, eventName }: Meter) {
  return {
    id,
    object: "billing.meter",
    created,
    customer_mapping: { event_payload_key: "stripe_customer_id", type: "by_id" },
    default_aggregation: { formula: "sum" },
    display_name: displayName,
    event_name: eventName,
    event_time_window: null,
    livemode: false,
    status: "active",
    status_transitions: { deactivated_at: null },
    updated: created,
    value_settings: { event_payload_key: "value" },
  };
}

export function couponShape({ id, created, percentOff, duration }: Coupon) {
  return {
    id,
    object: "coupon",
    amount_off: null,
    created,
    currency: null,
    duration,
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: percentOff,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
  };
}

export function promotionCodeShape({ id, created, code, coupon }: PromotionCode) {
  return {
    id,
    object: "promotion_code",
    active: true,
    code,
    created,
    customer: null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    promotion: { coupon, type: "coupon" },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  };
}
