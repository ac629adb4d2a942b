import type { Phase, Schedule } from "../model.ts";

export function scheduleShape(schedule: Schedule, now: number) {
  const current = schedule.phases.find(({ start, end }) => start <= now && now < end);
  const active = schedule.status === "active";
  return {
    id: schedule.id,
    object: "subscription_schedule",
    application: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    canceled_at: null,
    completed_at: null,
    created: schedule.created,
    current_phase: !active || current === undefined ? null : { end_date: current.end, start_date: current.start },
    customer: schedule.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      automatic_tax: { enabled: true, disabled_reason: null, liability: { type: "self" } },
      billing_cycle_anchor: "automatic",
      billing_thresholds: null,
      collection_method: "charge_automatically",
      default_payment_method: null,
      description: null,
      invoice_settings: { account_tax_ids: null, days_until_due: null, issuer: { type: "self" } },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: schedule.endBehavior,
    livemode: false,
    metadata: {},
    phases: schedule.phases.map(phaseShape),
    released_at: schedule.releasedAt,
    released_subscription: active ? null : schedule.subscription,
    status: schedule.status,
    subscription: active ? schedule.subscription : null,
    test_clock: null,
  };
}

function phaseShape({ start, end, items }: Phase) {
  return {
    add_invoice_items: [],
    currency: "usd",
    discounts: [],
    end_date: end,
    items: items.map(({ price, quantity, metadata }) => ({
      billing_thresholds: null,
      discounts: [],
      metadata,
      plan: price,
      price,
      ...(quantity === null ? {} : { quantity }),
      tax_rates: [],
    })),
    metadata: {},
    proration_behavior: "none",
    start_date: start,
    trial_end: null,
  };
}
