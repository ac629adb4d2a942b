import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventBody } from "./deliver.ts";
import { callApi } from "./engine.ts";
import type { StripeEvent } from "./model.ts";
import { meter, plannedAccount, post, subscriber } from "./testing/catalog.ts";

const FIXTURES = new URL("../../../../../shared/spec/stripe/fixtures3.json", import.meta.url);
const there = existsSync(FIXTURES);
const NOW = Date.parse("2026-11-20T12:00:00Z") / 1_000;

type Json = Readonly<Record<string, unknown>>;

/** Fields that differ in kind, or that our answer leaves out as Stripe does where they are empty. */
const FREE: ReadonlySet<string> = new Set(["metadata", "payload", "features", "plan", "quantity", "subscription"]);

/** What is wrong with an answer beside Stripe's own example: a missing field, one that it does not have, another type. */
function faults(ours: Json, theirs: Json, at = ""): string[] {
  const missing = Object.keys(theirs).filter((key) => !(key in ours) && !FREE.has(key));
  const foreign = Object.keys(ours).filter((key) => !(key in theirs) && !FREE.has(key));
  const types = Object.keys(ours).flatMap((key) => typeFault({ key, at, ours: ours[key], theirs: theirs[key] }));
  return [...missing.map((key) => `${at}${key} missing`), ...foreign.map((key) => `${at}${key} unknown`), ...types];
}

interface Field {
  readonly key: string;
  readonly at: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

function typeFault({ key, at, ours, theirs }: Field): string[] {
  if (ours == null || theirs == null || FREE.has(key)) return [];
  const kind = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);
  return kind(ours) === kind(theirs) ? [] : [`${at}${key} is ${kind(ours)}, theirs ${kind(theirs)}`];
}

function answers(): Readonly<Record<string, Json>> {
  const planned = plannedAccount(NOW);
  const { account } = planned;
  const told: Omit<StripeEvent, "id">[] = [];
  account.onEvent = (event) => void told.push(event);
  const one = subscriber(planned, "starter", NOW);
  meter(account, { customer: one.customer, value: 3, identifier: "a", at: NOW }, NOW);
  const call = (method: "GET" | "DELETE", asked: string) => {
    const [path, form = ""] = asked.split("?");
    return JSON.parse(callApi(account, { method, path: `/v1${path}`, form, idempotencyKey: null }, NOW).body) as Json;
  };
  const get = (path: string) => call("GET", path);
  const remove = (path: string) => call("DELETE", path);
  const first = (path: string) => (get(path)["data"] as readonly Json[])[0] ?? {};
  const subscription = get(`/subscriptions/${one.subscription}`);
  const invoice = first("/invoices");
  const items = subscription["items"] as { readonly data: readonly Json[] };
  const lines = invoice["lines"] as { readonly data: readonly Json[] };
  const made = (path: string, form: Readonly<Record<string, string>>) => post(account, path, { form, now: NOW });
  const coupon = made("/coupons", { percent_off: "20", duration: "forever" });
  return {
    customer: get(`/customers/${one.customer}`),
    product: get(`/products/${[...account.products.keys()][0]}`),
    price: first("/prices"),
    "billing.meter": first("/billing/meters"),
    "billing.meter_event": made("/billing/meter_events", {
      event_name: "heed_reached",
      "payload[stripe_customer_id]": one.customer,
      "payload[value]": "1",
    }),
    "checkout.session": get(`/checkout/sessions/${[...account.sessions.keys()][0]}`),
    subscription,
    subscription_item: items.data[0] ?? {},
    invoice,
    line_item: lines.data[0] ?? {},
    subscription_schedule: made("/subscription_schedules", { from_subscription: one.subscription }),
    coupon,
    promotion_code: made("/promotion_codes", {
      "promotion[coupon]": coupon.id,
      code: "TWENTY",
      "promotion[type]": "coupon",
    }),
    "billing_portal.configuration": made("/billing_portal/configurations", {
      "features[invoice_history][enabled]": "true",
    }),
    "billing.meter_event_summary": first(
      `/billing/meters/${[...account.meters.keys()][0]}/event_summaries?customer=${one.customer}&start_time=0&end_time=60`,
    ),
    event: JSON.parse(eventBody({ id: "evt_1", ...need(told[0]) }, "http://x")) as Json,
    deleted_customer: remove(`/customers/${made("/customers", { name: "Gone" }).id}`),
    "billing_portal.session": made("/billing_portal/sessions", { customer: one.customer }),
  };
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The account has told no event.");
  return value;
}

describe.skipIf(!there)("what the sandbox answers has the fields of Stripe's own examples (shared-missing)", () => {
  const theirs = there
    ? (JSON.parse(readFileSync(FIXTURES, "utf8")) as { readonly resources: Readonly<Record<string, Json>> }).resources
    : {};
  it.each(Object.entries(answers()))("%s", (name, ours) => {
    expect(faults(ours, theirs[name] ?? {})).toEqual([]);
  });
});
