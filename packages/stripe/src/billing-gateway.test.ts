import { PLANS } from "@heed/core/billing/plans";
import { overageMinor } from "@heed/core/billing/price";
import { Temporal } from "@heed/core/time";
import { TEST_NOW } from "@heed/sandbox/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckoutInput } from "./checkout.ts";
import { CARDS, type StripeWorld, startStripeWorld } from "./testing.ts";

const NOW = Temporal.Instant.from(TEST_NOW);
let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterAll(() => world.stop());

const tenant = () => crypto.randomUUID();

interface Customer {
  readonly tenantId: string;
  readonly customerId: string;
}

async function newCustomer(): Promise<Customer> {
  const tenantId = tenant();
  const input = { tenantId, name: "T", email: "t@x.example", replaces: null };
  return { tenantId, customerId: (await world.gateway.ensureCustomer(input)).id };
}

const FIRST = { plan: "starter", interval: "month", attempt: 1, returnUrl: "http://x/y" } as const;
const YEARLY = { plan: "growth", interval: "year" } as const;

const open = (asked: Customer, changes: Partial<CheckoutInput> = {}) =>
  world.gateway.openCheckout({ ...FIRST, ...asked, ...changes });
const later = (days: number) => NOW.add({ hours: 24 * days });

/** How far the test clock has been put forward by this file. */
let ahead = 0;
async function pass(days: number): Promise<void> {
  await world.ahead(days);
  ahead += days;
}
const now = () => later(ahead);

describe("setting up the account", () => {
  it("makes a meter, products, prices and the portal once", async () => {
    const again = await world.gateway.provision();
    expect(again).toHaveLength(1 + 4 + 16 + 1);
    expect(new Set(again.map(({ done }) => done))).toEqual(new Set(["there"]));
  });
});

describe("subscribing", () => {
  it("keeps one customer, however often it is asked for", async () => {
    const tenantId = tenant();
    const input = { tenantId, name: "One", email: "a@x.example", replaces: null };
    const both = await Promise.all([world.gateway.ensureCustomer(input), world.gateway.ensureCustomer(input)]);
    await pass(2);
    const found = await world.gateway.ensureCustomer({ ...input, name: "Renamed meanwhile" });
    expect(new Set([...both, found].map(({ id }) => id)).size).toBe(1);
  });

  it("shows two people the same page", async () => {
    const asked = await newCustomer();
    const [one, two] = await Promise.all([open(asked), open(asked)]);
    expect(one).toEqual(two);
    expect((await world.submit(one.url ?? "", { card: CARDS.pays })).location).toBe("http://x/y?checkout=done");
    expect((await world.submit(one.url ?? "", { card: CARDS.pays })).status).toBe(410);
    const state = await world.gateway.readState(asked.customerId);
    expect(state).toMatchObject({
      surplus: [],
      subscription: { status: "active", plan: "starter", interval: "month" },
    });
  });

  it("says what another plan in the same attempt is: somebody else's click", async () => {
    const asked = await newCustomer();
    await open(asked);
    await expect(open(asked, { plan: "growth" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("tells a page that was finished from one that was closed", async () => {
    const asked = await newCustomer();
    const left = await open(asked, YEARLY);
    expect(await world.gateway.expireCheckout(left.id)).toMatchObject({ status: "expired" });
    const done = await open(asked, { ...YEARLY, attempt: 2 });
    await world.submit(done.url ?? "", { card: CARDS.pays });
    expect(await world.gateway.expireCheckout(done.id)).toMatchObject({ status: "complete" });
  });

  it.each([
    ["a declined card", CARDS.declined, "Your card was declined."],
    ["no funds", CARDS.insufficientFunds, "insufficient funds"],
    ["a number that is none", "1234", "invalid"],
  ])("stays on the page with %s", async (_name, card, words) => {
    const asked = await newCustomer();
    const page = await open(asked);
    const answer = await world.submit(page.url ?? "", { card });
    expect(answer.status).toBe(402);
    expect(answer.text).toContain(words);
    expect((await world.gateway.readState(asked.customerId)).subscription).toBeNull();
  });

  it("asks the bank where it must", async () => {
    const asked = await newCustomer();
    const page = await open(asked);
    expect((await world.submit(page.url ?? "", { card: CARDS.asksBank })).text).toContain("Confirm as the bank asks");
    expect((await world.submit(page.url ?? "", { card: CARDS.asksBank, confirmed: "yes" })).status).toBe(303);
  });
});

describe("changing the plan", () => {
  it("charges an upgrade exactly what the preview said", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter" });
    await pass(10);
    const change = { subscriptionId: one.subscriptionId, plan: "growth", interval: "month", at: now() } as const;
    const preview = await world.gateway.preview(change);
    expect(preview.lines.map(({ amountMinor }) => Math.sign(amountMinor))).toEqual([-1, 1]);
    await world.gateway.upgrade({ ...change, at: preview.at });
    await world.gateway.upgrade({ ...change, at: preview.at });
    const state = await world.gateway.readState(one.customerId);
    expect(state).toMatchObject({ subscription: { plan: "growth", status: "active" }, problem: null });
    const { invoices } = await world.gateway.invoices({ customerId: one.customerId, after: null, limit: 10 });
    expect(invoices.map(({ totalMinor }) => totalMinor)).toEqual([preview.dueMinor, 1_900]);
  });

  it("keeps the old plan until a declined upgrade is paid", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter", card: CARDS.failsLater });
    await pass(1);
    await world.gateway.upgrade({ subscriptionId: one.subscriptionId, plan: "scale", interval: "month", at: now() });
    const waiting = await world.gateway.readState(one.customerId);
    expect(waiting).toMatchObject({
      subscription: { plan: "starter", status: "active" },
      problem: { kind: "action_needed" },
    });
    await world.submit(waiting.problem?.url ?? "", { card: CARDS.pays });
    expect(await world.gateway.readState(one.customerId)).toMatchObject({
      subscription: { plan: "scale" },
      problem: null,
    });
  });

  it("forgets an upgrade that nobody pays", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter", card: CARDS.failsLater });
    await world.gateway.upgrade({ subscriptionId: one.subscriptionId, plan: "growth", interval: "month", at: now() });
    await pass(1);
    expect(await world.gateway.readState(one.customerId)).toMatchObject({
      subscription: { plan: "starter" },
      problem: null,
    });
  });

  it("begins a downgrade with the next period, and can be talked out of it", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "scale" });
    const change = { subscriptionId: one.subscriptionId, plan: "starter", interval: "month" } as const;
    await world.gateway.scheduleDowngrade(change);
    const next = { plan: "starter", interval: "month" };
    expect(await world.gateway.readState(one.customerId)).toMatchObject({ subscription: { plan: "scale", next } });
    await world.gateway.keepPlan(one.subscriptionId);
    expect((await world.gateway.readState(one.customerId)).subscription?.next).toBeNull();
    await world.gateway.scheduleDowngrade(change);
    await pass(32);
    expect(await world.gateway.readState(one.customerId)).toMatchObject({
      subscription: { plan: "starter", next: null },
    });
  });

  it("moves to yearly by paying the year, less what is left of the month", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "growth" });
    const preview = await world.gateway.preview({
      subscriptionId: one.subscriptionId,
      plan: "growth",
      interval: "year",
      at: now(),
    });
    expect(preview.dueMinor).toBe(59_000 - 5_900);
    await world.gateway.upgrade({
      subscriptionId: one.subscriptionId,
      plan: "growth",
      interval: "year",
      at: preview.at,
    });
    const { subscription } = await world.gateway.readState(one.customerId);
    expect(subscription).toMatchObject({ plan: "growth", interval: "year" });
    expect(subscription?.periodEnd.epochMilliseconds).toBeGreaterThan(now().add({ hours: 24 * 360 }).epochMilliseconds);
  });
});

describe("cancelling", () => {
  it("ends with the period, keeps the reason, and can be undone until then", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "growth" });
    const cancel = { subscriptionId: one.subscriptionId, reason: "too_expensive", comment: "for now" } as const;
    await world.gateway.scheduleDowngrade({ subscriptionId: one.subscriptionId, plan: "starter", interval: "month" });
    await world.gateway.cancel(cancel);
    const cancelled = await world.gateway.readState(one.customerId);
    expect(cancelled.subscription?.cancelAt).toEqual(cancelled.subscription?.periodEnd);
    await world.gateway.reactivate(one.subscriptionId);
    expect((await world.gateway.readState(one.customerId)).subscription?.cancelAt).toBeNull();
    await world.gateway.cancel(cancel);
    await pass(32);
    expect((await world.gateway.readState(one.customerId)).subscription?.status).toBe("canceled");
  });
});

describe("a card that fails", () => {
  it("is past due, then unpaid, and active again when it is paid", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter", card: CARDS.failsLater });
    await pass(32);
    const late = await world.gateway.readState(one.customerId);
    expect(late).toMatchObject({
      subscription: { status: "past_due" },
      problem: { kind: "declined", amountMinor: 1_900 },
    });
    expect(late.subscription?.pastDueSince).not.toBeNull();
    await pass(8);
    const unpaid = await world.gateway.readState(one.customerId);
    expect(unpaid).toMatchObject({ subscription: { status: "unpaid" }, problem: { kind: "declined" } });
    expect((await world.submit(unpaid.problem?.url ?? "", { card: CARDS.pays })).text).toContain("State: paid");
    expect(await world.gateway.readState(one.customerId)).toMatchObject({
      subscription: { status: "active" },
      problem: null,
    });
  });

  it("still knows the open invoice when a further period has ended unpaid", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter", card: CARDS.failsLater });
    await pass(75);
    expect(await world.gateway.readState(one.customerId)).toMatchObject({
      subscription: { status: "unpaid" },
      problem: { kind: "declined", amountMinor: 1_900 },
    });
  });
});

describe("usage", () => {
  it("is counted once by its identifier, and billed beyond what the plan includes", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter" });
    const event = { customerId: one.customerId, identifier: `${one.customerId}:1`, value: 1_200, at: now() };
    await world.gateway.sendUsage(event);
    await world.gateway.sendUsage(event);
    await pass(1);
    const span = { customerId: one.customerId, from: later(ahead - 2), to: now() };
    expect(await world.gateway.usageSum(span)).toBe(1_200);
    await pass(31);
    const { invoices } = await world.gateway.invoices({ customerId: one.customerId, after: null, limit: 10 });
    expect(invoices[0]?.totalMinor).toBe(1_900 + overageMinor(PLANS.starter, "month", 1_200));
  });
});

describe("bad luck", () => {
  it("a deleted customer is said to be deleted", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter" });
    const { stripeUrl, settings } = world.sandbox.running;
    const headers = { authorization: `Bearer ${settings.stripeKey}` };
    await fetch(`${stripeUrl}/v1/customers/${one.customerId}`, { method: "DELETE", headers });
    expect(await world.gateway.readState(one.customerId)).toMatchObject({ customerDeleted: true, subscription: null });
  });

  it("an outage may be tried again, a wrong key may not", async () => {
    await world.sandbox.control("POST", "/faults", { kind: "error_503", path: "/v1/customers/", times: 9 });
    await expect(world.gateway.readState("cus_x")).rejects.toMatchObject({ code: "UPSTREAM", retryable: true });
    await world.sandbox.control("DELETE", "/faults");
  });

  it("a lost answer is asked for again with the same key, and nothing happens twice", async () => {
    const one = await world.subscribe({ tenantId: tenant(), plan: "starter" });
    await world.sandbox.control("POST", "/faults", {
      kind: "reset",
      op: `POST /v1/subscriptions/${one.subscriptionId}`,
      times: 1,
    });
    await world.gateway.upgrade({ subscriptionId: one.subscriptionId, plan: "growth", interval: "month", at: now() });
    const { invoices } = await world.gateway.invoices({ customerId: one.customerId, after: null, limit: 10 });
    expect(invoices).toHaveLength(2);
  });
});
