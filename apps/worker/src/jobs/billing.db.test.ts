import { PLANS } from "@heed/core/billing/plans";
import { overageMinor } from "@heed/core/billing/price";
import type { StripeState } from "@heed/core/billing/stripe-state";
import { ensureSubscriptionRow, keepCustomer } from "@heed/db/commands/keep-customer";
import { receiveStripeEvent } from "@heed/db/commands/receive-stripe-event";
import { beginSync, recordStripeState } from "@heed/db/commands/record-stripe-state";
import { subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import { createTenant } from "@heed/db/testing/factories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BillingWorld, START } from "../testing/billing-world.ts";

let world: BillingWorld;

beforeAll(async () => {
  world = await BillingWorld.start();
});
afterAll(() => world.stop());

describe("a subscription", () => {
  it("is written as Stripe has it, and what settles from then on is on the meter and on the invoice", async () => {
    const tenant = await world.subscribed();
    expect(await world.row(tenant)).toMatchObject({
      status: "active",
      plan: "starter",
      interval: "month",
      problem: null,
    });
    await world.send(tenant, 3);
    await world.settle();
    await world.pass(1);
    const job = await world.runMeter(tenant);
    expect(job).toMatchObject({ state: "waiting" });
    expect(job?.run_at.getUTCHours()).toBe(0);
    await world.pass(1);
    expect(await world.stripe.gateway.usageSum({ customerId: tenant.customerId, from: START, to: world.now() })).toBe(
      3,
    );
    await world.runMeter(tenant);
    expect((await world.row(tenant)).reconciliation).toMatchObject({ agrees: true, difference: 0 });
    await world.pass(31);
    const { invoices } = await world.stripe.gateway.invoices({ customerId: tenant.customerId, after: null, limit: 5 });
    expect(invoices.map(({ totalMinor }) => totalMinor)).toEqual([
      1_900 + overageMinor(PLANS.starter, "month", 3),
      1_900,
    ]);
  });

  it("does not count what settled in the trial", async () => {
    const tenant = await createTenant(world.database.db, { createdAt: world.now() });
    await world.send(tenant, 2);
    await world.settle();
    const { customerId } = await world.stripe.subscribe({ tenantId: tenant.tenantId, plan: "starter" });
    await world.sync(tenant.tenantId, customerId);
    await world.pass(1);
    await world.runMeter(tenant);
    await world.pass(1);
    expect(await world.stripe.gateway.usageSum({ customerId, from: START, to: world.now() })).toBe(0);
  });

  it("is told once, though the worker dies after the call", async () => {
    const tenant = await world.subscribed();
    await world.send(tenant, 2);
    await world.settle();
    await world.pass(1);
    const real = world.gateway;
    const dies = {
      ...real,
      sendUsage: async (event: Parameters<typeof real.sendUsage>[0]) => {
        await real.sendUsage(event);
        throw new Error("killed");
      },
    };
    world.gateway = dies;
    await expect(world.runMeter(tenant)).rejects.toThrow("killed");
    world.gateway = real;
    await world.requeue(tenant);
    await world.pass(1.5);
    await world.runMeter(tenant);
    await world.pass(0.1);
    expect(await world.stripe.gateway.usageSum({ customerId: tenant.customerId, from: START, to: world.now() })).toBe(
      2,
    );
  });

  it("that ended lets the workspace fall back to Free, and its job ends", async () => {
    const tenant = await world.subscribed();
    const { subscriptionId } = await world.row(tenant);
    await world.stripe.gateway.cancel({ subscriptionId: subscriptionId ?? "", reason: "unused", comment: null });
    await world.pass(32);
    await world.sync(tenant.tenantId);
    expect(await world.row(tenant)).toMatchObject({ status: "canceled" });
    expect(await world.runMeter(tenant)).toMatchObject({ state: "done" });
  });

  it("whose customer was deleted at Stripe is said so", async () => {
    const tenant = await world.subscribed();
    const { stripeUrl, settings } = world.stripe.sandbox.running;
    const headers = { authorization: `Bearer ${settings.stripeKey}` };
    await fetch(`${stripeUrl}/v1/customers/${tenant.customerId}`, { method: "DELETE", headers });
    await world.sync(tenant.tenantId);
    expect(await world.row(tenant)).toMatchObject({ status: null, problem: { kind: "customer_deleted" } });
  });

  it("that was made twice keeps the older one and ends the other", async () => {
    const tenant = await world.subscribed();
    await world.pass(0.01);
    const more = {
      tenantId: tenant.tenantId,
      customerId: tenant.customerId,
      plan: "growth",
      interval: "month",
    } as const;
    const open = await world.stripe.gateway.openCheckout({ ...more, attempt: 99, returnUrl: "http://x" });
    await world.stripe.submit(open.url ?? "", { card: "4242 4242 4242 4242" });
    await world.sync(tenant.tenantId);
    expect(await world.row(tenant)).toMatchObject({ plan: "starter", status: "active" });
    expect((await world.stripe.gateway.readState(tenant.customerId)).surplus).toEqual([]);
  });
});

describe("reading Stripe", () => {
  it("joins a customer that a crash kept from our row, by its own mark", async () => {
    const tenant = await createTenant(world.database.db);
    const { customerId } = await world.stripe.subscribe({ tenantId: tenant.tenantId, plan: "growth" });
    const event = { id: "evt_crash", customerId, tenantId: tenant.tenantId, now: world.now() };
    expect(await receiveStripeEvent(world.database, event)).toBe("received");
    expect(await world.sync(tenant.tenantId, customerId)).toBe("written");
    expect(await world.row(tenant)).toMatchObject({ customerId, plan: "growth", status: "active" });
  });

  it("does not join a customer of somebody else", async () => {
    const [mine, other] = [await createTenant(world.database.db), await world.subscribed()];
    expect(await world.sync(mine.tenantId, other.customerId)).toBe("not ours");
    expect(await withTenant(world.database.db, mine.access, subscriptionRow)).toBeNull();
  });

  it("believes whoever began to read last, however late the other writes", async () => {
    const tenant = await world.subscribed();
    const state = (plan: "growth" | "scale"): StripeState => ({
      customerId: tenant.customerId,
      markedTenant: tenant.tenantId,
      livemode: false,
      customerDeleted: false,
      subscription: {
        subscriptionId: "sub_x",
        status: "active",
        plan,
        interval: "month",
        periodStart: world.now(),
        periodEnd: world.now().add({ hours: 720 }),
        cancelAt: null,
        pastDueSince: null,
        next: null,
      },
      surplus: [],
      problem: null,
    });
    const begin = () => withTenant(world.database.db, tenant.access, beginSync);
    const [first, second] = [await begin(), await begin()];
    const write = (number: number, plan: "growth" | "scale") =>
      withTenant(world.database.db, tenant.access, (tx) =>
        recordStripeState(tx, { number, state: state(plan), now: world.now() }),
      );
    expect(await write(second, "scale")).toBe(true);
    expect(await write(first, "growth")).toBe(false);
    expect((await world.row(tenant)).plan).toBe("scale");
  });

  it("takes each event once, in any order and at once, and ends as after one", async () => {
    const tenant = await world.subscribed();
    const ids = Array.from({ length: 12 }, (_, index) => `evt_${tenant.tenantId}_${index}`);
    const storm = Array.from({ length: 8 }, () => ids)
      .flat()
      .sort(() => Math.random() - 0.5);
    const answers = await Promise.all(
      storm.map((id) =>
        receiveStripeEvent(world.database, { id, customerId: tenant.customerId, tenantId: null, now: world.now() }),
      ),
    );
    expect(answers.filter((answer) => answer === "received")).toHaveLength(ids.length);
    await Promise.all(ids.map(() => world.sync(tenant.tenantId, tenant.customerId)));
    expect(await world.row(tenant)).toMatchObject({ plan: "starter", status: "active" });
  });

  it("ignores events about nobody of ours", async () => {
    const event = { id: "evt_foreign", customerId: "cus_foreign", tenantId: crypto.randomUUID(), now: world.now() };
    expect(await receiveStripeEvent(world.database, event)).toBe("not ours");
    expect(await receiveStripeEvent(world.database, { ...event, tenantId: "'; drop table tenant" })).toBe("not ours");
  });

  it("keeps the workspace's one customer", async () => {
    const tenant = await world.subscribed();
    const other = withTenant(world.database.db, tenant.access, async (tx) => {
      await ensureSubscriptionRow(tx);
      await keepCustomer(tx, { id: "cus_second", livemode: false, replaces: null });
    });
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
