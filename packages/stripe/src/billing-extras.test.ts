import { PLANS } from "@heed/core/billing/plans";
import { Temporal } from "@heed/core/time";
import { TEST_NOW } from "@heed/sandbox/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lookupKeyOf } from "./price-keys.ts";
import { CARDS, type StripeWorld, startStripeWorld } from "./testing.ts";

let world: StripeWorld;
let tenantId: string;
beforeAll(async () => {
  world = await startStripeWorld();
  await raw("POST", "/v1/coupons", { id: "twenty", percent_off: "20", duration: "forever" });
  const promotion = { "promotion[type]": "coupon", "promotion[coupon]": "twenty", code: "TWENTY" };
  await raw("POST", "/v1/promotion_codes", promotion);
});
afterAll(() => world.stop());
beforeEach(() => {
  tenantId = crypto.randomUUID();
});

const NOW = Temporal.Instant.from(TEST_NOW);

/** What somebody does in Stripe's dashboard, or Stripe knows beside what we ask for. */
async function raw<T>(method: "GET" | "POST", path: string, form: Readonly<Record<string, string>> = {}): Promise<T> {
  const { stripeUrl, settings } = world.sandbox.running;
  const headers = { authorization: `Bearer ${settings.stripeKey}` };
  const body = method === "POST" ? { body: new URLSearchParams(form) } : {};
  const answer = await fetch(`${stripeUrl}${path}`, { method, headers, ...body });
  if (!answer.ok) throw new Error(`Stripe answered ${answer.status} to ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function newCustomer(): Promise<string> {
  const input = { tenantId, name: "T", email: "t@x.example", replaces: null };
  return (await world.gateway.ensureCustomer(input)).id;
}

const checkout = async (customerId: string, interval: "month" | "year" = "month") => {
  const page = { tenantId, customerId, plan: "starter", interval, attempt: 1, returnUrl: "http://x/y" } as const;
  return (await world.gateway.openCheckout(page)).url ?? "";
};

const bills = async (customerId: string) => {
  const page = await world.gateway.invoices({ customerId, after: null, limit: 10 });
  return page.invoices.map(({ totalMinor }) => totalMinor);
};

const running = async (customerId: string) =>
  (await world.gateway.readState(customerId)).subscription?.subscriptionId ?? "";

describe("setting up the account again", () => {
  const changed = async () =>
    (await world.gateway.provision()).filter(({ done }) => done !== "there").map(({ what, done }) => `${done} ${what}`);

  it("puts right what somebody changed in the dashboard, and then changes nothing", async () => {
    const key = lookupKeyOf({ plan: "scale", interval: "month", part: "base" });
    const terms = { product: "heed_scale", currency: "usd", unit_amount: "999", "recurring[interval]": "month" };
    await raw("POST", "/v1/prices", { ...terms, lookup_key: key, transfer_lookup_key: "true" });
    await raw("POST", "/v1/products/heed_growth", { name: "Grwoth" });
    expect((await changed()).toSorted()).toEqual([`replaced price ${key}`, "replaced product heed_growth"]);
    expect(await changed()).toEqual([]);
  });
});

describe("on Stripe's page", () => {
  it("a promotion code lowers this bill and what a larger plan costs, as the preview says", async () => {
    const customerId = await newCustomer();
    const page = await checkout(customerId);
    expect((await world.submit(page, { card: CARDS.pays, promotion: "NEVER" })).text).toContain("This code is invalid");
    expect((await world.submit(page, { card: CARDS.pays, promotion: "TWENTY" })).status).toBe(303);
    expect(await bills(customerId)).toEqual([1_900 * 0.8]);
    const larger = { subscriptionId: await running(customerId), plan: "growth", interval: "month", at: NOW } as const;
    const preview = await world.gateway.preview(larger);
    expect(preview.dueMinor).toBe((5_900 - 1_900) * 0.8);
    await world.gateway.upgrade({ ...larger, at: preview.at });
    expect((await bills(customerId))[0]).toBe(preview.dueMinor);
  });

  it("a tax id is kept with the customer and stands on the bill", async () => {
    const customerId = await newCustomer();
    await world.submit(await checkout(customerId), { card: CARDS.pays, tax_id: "IE6388047V" });
    const { data } = await raw<{ data: { customer_tax_ids: unknown }[] }>("GET", `/v1/invoices?customer=${customerId}`);
    expect(data[0]?.customer_tax_ids).toEqual([{ type: "eu_vat", value: "IE6388047V" }]);
  });

  it("a year is paid at once, for ten months' price", async () => {
    const customerId = await newCustomer();
    await world.submit(await checkout(customerId, "year"), { card: CARDS.pays });
    expect(await bills(customerId)).toEqual([PLANS.starter.price?.year]);
    expect(await world.gateway.readState(customerId)).toMatchObject({ subscription: { interval: "year" } });
  });
});

describe("a larger plan whose payment the bank wants confirmed", () => {
  it("waits with the old plan, and begins when the person has confirmed it", async () => {
    const customerId = await newCustomer();
    const page = await checkout(customerId);
    await world.submit(page, { card: CARDS.asksBank, confirmed: "yes" });
    const larger = { subscriptionId: await running(customerId), plan: "growth", interval: "month", at: NOW } as const;
    await world.gateway.upgrade(larger);
    const waiting = await world.gateway.readState(customerId);
    expect(waiting).toMatchObject({
      subscription: { plan: "starter", status: "active" },
      problem: { kind: "action_needed", amountMinor: 5_900 - 1_900 },
    });
    const bill = waiting.problem?.url ?? "";
    expect((await world.submit(bill, { card: "" })).text).toContain("Confirm as the bank asks");
    expect((await world.submit(bill, { card: "", confirmed: "yes" })).text).toContain("State: paid");
    const after = await world.gateway.readState(customerId);
    expect(after).toMatchObject({ subscription: { plan: "growth" }, problem: null });
  });
});

describe("a customer who pays in another currency at Stripe", () => {
  /** Somebody sold them something in euro, in the dashboard. */
  async function payInEuro(customer: string): Promise<void> {
    const common = { product: "heed_starter", currency: "eur", unit_amount: "1900", "recurring[interval]": "month" };
    const { id: price } = await raw<{ id: string }>("POST", "/v1/prices", common);
    const item = { "line_items[0][price]": price, "line_items[0][quantity]": "1" };
    const session = { mode: "subscription", customer, success_url: "http://x", ...item };
    const { url } = await raw<{ url: string }>("POST", "/v1/checkout/sessions", session);
    expect((await world.submit(url, { card: CARDS.pays })).status).toBe(303);
  }

  it("is told so in words when a plan is chosen, and nothing is changed", async () => {
    const customerId = await newCustomer();
    await payInEuro(customerId);
    const before = await world.gateway.readState(customerId);
    await expect(checkout(customerId)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      retryable: false,
      message: expect.stringContaining("pays in another currency at Stripe"),
    });
    expect(await world.gateway.readState(customerId)).toEqual(before);
    expect(before).toMatchObject({ subscription: null, surplus: [], customerDeleted: false });
  });
});

describe("acts on what is gone at Stripe", () => {
  it("are refused in words", async () => {
    const gone = { code: "PRECONDITION_FAILED", message: expect.stringContaining("no longer exists at Stripe") };
    const customerId = "cus_nobody";
    await expect(world.gateway.portalUrl({ customerId, returnUrl: "http://x" })).rejects.toMatchObject(gone);
    await expect(checkout(customerId)).rejects.toMatchObject(gone);
    await expect(
      world.gateway.cancel({ subscriptionId: "sub_none", reason: "other", comment: null }),
    ).rejects.toMatchObject(gone);
    expect(await world.gateway.readState(customerId)).toMatchObject({ customerDeleted: true });
  });
});
