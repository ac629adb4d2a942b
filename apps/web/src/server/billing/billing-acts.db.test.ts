import { realClock } from "@heed/core/time";
import { subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMember, createTenant, type TestTenant } from "@heed/db/testing/factories";
import { CARDS, type StripeWorld, startStripeWorld } from "@heed/stripe/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { TEST_STRIPE, testCaller, testViewer } from "../testing/caller.ts";

let database: TestDatabase;
let stripe: StripeWorld;

beforeAll(async () => {
  [database, stripe] = await Promise.all([cloneDatabase(), startStripeWorld()]);
  TEST_STRIPE.gateway = stripe.gateway;
});
afterAll(() => Promise.all([database.drop(), stripe.stop()]));

/** Two owners of one new workspace. */
async function workspace() {
  const now = realClock().now();
  const tenant = await createTenant(database.db, { createdAt: now });
  const people = await Promise.all([0, 1].map(() => createMember(database.db, tenant.access, { role: "owner" })));
  const [one, two] = people.map(
    (userId) => testCaller(database.db, testViewer(userId, { factor: "fresh", now }), now).billing,
  );
  if (one === undefined || two === undefined) throw new Error("There are two people.");
  return { tenant, one, two };
}

const row = ({ access }: TestTenant) => withTenant(database.db, access, subscriptionRow);

const alive = async (tenant: TestTenant) => {
  const customerId = (await row(tenant))?.customerId ?? "";
  const { subscription, surplus } = await stripe.gateway.readState(customerId);
  return (subscription === null ? 0 : 1) + surplus.length;
};

describe("subscribing", () => {
  it("at the same second gives two people one page, and the workspace one subscription", async () => {
    const { tenant, one, two } = await workspace();
    const wanted = { workspace: tenant.slug, plan: "starter", interval: "month" } as const;
    const [first, second] = await Promise.all([one.subscribe(wanted), two.subscribe(wanted)]);
    expect(first.url).not.toBeNull();
    expect(second.url).toBe(first.url);
    const pays = () => stripe.submit(first.url ?? "", { card: CARDS.pays });
    expect((await Promise.all([pays(), pays()])).map(({ status }) => status).toSorted()).toEqual([303, 410]);
    await one.refresh({ workspace: tenant.slug });
    expect(await alive(tenant)).toBe(1);
    expect(await two.subscribe(wanted)).toEqual({ url: null });
  });

  it("to different plans at once leaves one page open", async () => {
    const { tenant, one, two } = await workspace();
    const asked = (plan: "starter" | "growth") => ({ workspace: tenant.slug, plan, interval: "month" }) as const;
    const answers = await Promise.allSettled([one.subscribe(asked("starter")), two.subscribe(asked("growth"))]);
    const urls = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.url ?? ""] : []));
    const results = await Promise.all(urls.map((url) => stripe.submit(url, { card: CARDS.pays })));
    expect(results.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await alive(tenant)).toBe(1);
  });

  it("to another plan closes the page of the first", async () => {
    const { tenant, one } = await workspace();
    const first = await one.subscribe({ workspace: tenant.slug, plan: "starter", interval: "month" });
    const second = await one.subscribe({ workspace: tenant.slug, plan: "scale", interval: "year" });
    expect((await stripe.submit(first.url ?? "", { card: CARDS.pays })).status).toBe(410);
    expect((await stripe.submit(second.url ?? "", { card: CARDS.pays })).status).toBe(303);
    await one.refresh({ workspace: tenant.slug });
    expect(await row(tenant)).toMatchObject({ plan: "scale", interval: "year" });
  });

  it("after a customer was deleted at Stripe begins with a new one", async () => {
    const { tenant, one } = await workspace();
    const wanted = { workspace: tenant.slug, plan: "starter", interval: "month" } as const;
    await stripe.submit((await one.subscribe(wanted)).url ?? "", { card: CARDS.pays });
    await one.refresh({ workspace: tenant.slug });
    const before = (await row(tenant))?.customerId ?? "";
    const { stripeUrl, settings } = stripe.sandbox.running;
    const headers = { authorization: `Bearer ${settings.stripeKey}` };
    await fetch(`${stripeUrl}/v1/customers/${before}`, { method: "DELETE", headers });
    await one.refresh({ workspace: tenant.slug });
    expect((await one.notice({ workspace: tenant.slug })).notice).toMatchObject({ kind: "customer_deleted" });
    const again = await one.subscribe(wanted);
    await stripe.submit(again.url ?? "", { card: CARDS.pays });
    await one.refresh({ workspace: tenant.slug });
    expect(await row(tenant)).toMatchObject({ status: "active", problem: null });
    expect((await row(tenant))?.customerId).not.toBe(before);
  });
});

/** The process dies after Stripe's answer and before our row, at one of the calls. */
async function dyingAfter(call: "ensureCustomer" | "openCheckout", act: () => Promise<unknown>): Promise<void> {
  const real = stripe.gateway[call] as (input: unknown) => Promise<unknown>;
  const killed = vi.spyOn(stripe.gateway, call).mockImplementationOnce(async (input: unknown) => {
    await real(input);
    throw new Error("killed");
  });
  await expect(act()).rejects.toThrow();
  expect(killed).toHaveBeenCalledTimes(1);
  killed.mockRestore();
}

/** How many customers bear the workspace's mark at Stripe. */
async function customersOf({ tenantId }: TestTenant): Promise<number> {
  await stripe.ahead(0.01);
  const { stripeUrl, settings } = stripe.sandbox.running;
  const query = encodeURIComponent(`metadata["heed_tenant"]:"${tenantId}"`);
  const headers = { authorization: `Bearer ${settings.stripeKey}` };
  const answer = await fetch(`${stripeUrl}/v1/customers/search?query=${query}`, { headers });
  return ((await answer.json()) as { readonly data: readonly unknown[] }).data.length;
}

describe("a crash between Stripe's answer and our row", () => {
  it("while the customer is made: the next try finds it, at once and after a day", async () => {
    for (const days of [0, 1.5]) {
      const { tenant, one } = await workspace();
      const wanted = { workspace: tenant.slug, plan: "starter", interval: "month" } as const;
      await dyingAfter("ensureCustomer", () => one.subscribe(wanted));
      expect((await row(tenant))?.customerId).toBeNull();
      if (days > 0) await stripe.ahead(days);
      await stripe.submit((await one.subscribe(wanted)).url ?? "", { card: CARDS.pays });
      await one.refresh({ workspace: tenant.slug });
      expect([await customersOf(tenant), await alive(tenant)]).toEqual([1, 1]);
    }
  });

  it("while the page is opened: the next try gets the same page, and another plan closes it", async () => {
    const { tenant, one } = await workspace();
    const wanted = { workspace: tenant.slug, plan: "starter", interval: "month" } as const;
    await dyingAfter("openCheckout", () => one.subscribe(wanted));
    const { url } = await one.subscribe(wanted);
    await dyingAfter("openCheckout", () => one.subscribe({ ...wanted, plan: "growth" }));
    expect((await stripe.submit(url ?? "", { card: CARDS.pays })).status).toBe(410);
    const again = await one.subscribe({ ...wanted, plan: "scale" });
    await stripe.submit(again.url ?? "", { card: CARDS.pays });
    await one.refresh({ workspace: tenant.slug });
    expect(await row(tenant)).toMatchObject({ plan: "scale", status: "active" });
    expect([await customersOf(tenant), await alive(tenant)]).toEqual([1, 1]);
  });
});

describe("a plan that runs", () => {
  it("cannot be changed at a price that was looked up long ago", async () => {
    const { tenant, one } = await workspace();
    const at = { workspace: tenant.slug, plan: "starter", interval: "month" } as const;
    await stripe.submit((await one.subscribe(at)).url ?? "", { card: CARDS.pays });
    await one.refresh({ workspace: tenant.slug });
    const old = realClock().now().subtract({ hours: 1 }).toString();
    await expect(one.change({ ...at, plan: "growth", at: old })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(one.change({ ...at, plan: "growth", at: "yesterday" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is told by each act in the audit log, and nothing is done without one", async () => {
    const { tenant, one } = await workspace();
    await expect(one.cancel({ workspace: tenant.slug, reason: "other", comment: null })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    await one.setSpendingCap({ workspace: tenant.slug, capMinor: 500 });
    expect((await one.overview({ workspace: tenant.slug })).spendingCapMinor).toBe(500);
  });
});
