import { type Interval, PAID_PLANS, PLANS } from "@heed/core/billing/plans";
import { periodTiers } from "@heed/core/billing/price";
import { emptyAccount, type StripeAccount } from "../account.ts";
import { callApi } from "../engine.ts";
import { actOnPage } from "../pay.ts";

/** Calls an account in this process, and fails on an error of Stripe's. */
export function post(
  account: StripeAccount,
  path: string,
  { form, now }: { readonly form: Readonly<Record<string, string>>; readonly now: number },
): Record<string, unknown> & { readonly id: string } {
  const body = new URLSearchParams(form).toString();
  const answer = callApi(account, { method: "POST", path: `/v1${path}`, form: body, idempotencyKey: null }, now);
  const parsed = JSON.parse(answer.body) as Record<string, unknown> & { readonly id: string };
  if (answer.status !== 200) throw new Error(`${path}: ${answer.body}`);
  return parsed;
}

export interface TestPrices {
  readonly base: string;
  readonly usage: string;
}

export interface TestAccount {
  readonly account: StripeAccount;
  readonly prices: ReadonlyMap<string, TestPrices>;
}

const EVENT = "heed_reached";

/** An account with the plans of core and nobody in it. */
export function plannedAccount(now: number, interval: Interval = "month"): TestAccount {
  const account = emptyAccount();
  const meter = post(account, "/billing/meters", {
    form: { display_name: "Reached", event_name: EVENT, "default_aggregation[formula]": "sum" },
    now,
  }).id;
  const prices = new Map<string, TestPrices>();
  for (const plan of PAID_PLANS) {
    const product = post(account, "/products", { form: { name: plan }, now }).id;
    const common = { product, currency: "usd", "recurring[interval]": interval };
    const base = post(account, "/prices", {
      form: { ...common, unit_amount: String(PLANS[plan].price?.[interval] ?? 0) },
      now,
    }).id;
    const tiers = Object.fromEntries(
      periodTiers(PLANS[plan], interval).flatMap(({ upTo, unitMilli }, index) => [
        [`tiers[${index}][up_to]`, upTo === null ? "inf" : String(upTo)],
        [`tiers[${index}][unit_amount_decimal]`, String(unitMilli / 1_000)],
      ]),
    );
    const usage = post(account, "/prices", {
      form: {
        ...common,
        "recurring[meter]": meter,
        "recurring[usage_type]": "metered",
        billing_scheme: "tiered",
        tiers_mode: "graduated",
        ...tiers,
      },
      now,
    }).id;
    prices.set(plan, { base, usage });
  }
  return { account, prices };
}

export interface Subscriber {
  readonly customer: string;
  readonly subscription: string;
}

/** A customer who has gone through the checkout with a card that pays. */
export function subscriber({ account, prices }: TestAccount, plan: string, now: number): Subscriber {
  const customer = post(account, "/customers", { form: { name: "Test" }, now }).id;
  return { customer, subscription: subscribe({ account, prices }, { customer, plan }, now) };
}

export function subscribe(
  { account, prices }: TestAccount,
  {
    customer,
    plan,
    card = "4242424242424242",
  }: { readonly customer: string; readonly plan: string; readonly card?: string },
  now: number,
): string {
  const { base = "", usage = "" } = prices.get(plan) ?? {};
  const session = post(account, "/checkout/sessions", {
    form: {
      mode: "subscription",
      customer,
      success_url: "http://localhost/done",
      "line_items[0][price]": base,
      "line_items[0][quantity]": "1",
      "line_items[1][price]": usage,
    },
    now,
  }).id;
  const act = { act: "pay_checkout", session, card, confirmed: false, promotion: "", taxId: "" } as const;
  const { error } = actOnPage(account, act, now);
  if (error !== null) throw new Error(error);
  return account.sessions.get(session)?.subscription ?? "";
}

export function meter(
  account: StripeAccount,
  { customer, value, identifier, at }: { customer: string; value: number; identifier: string; at: number },
  now: number,
): number {
  const form = new URLSearchParams({
    event_name: EVENT,
    identifier,
    timestamp: String(at),
    "payload[stripe_customer_id]": customer,
    "payload[value]": String(value),
  }).toString();
  return callApi(account, { method: "POST", path: "/v1/billing/meter_events", form, idempotencyKey: null }, now).status;
}
