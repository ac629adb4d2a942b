import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BilledTenant, BillingWorld, START } from "../testing/billing-world.ts";

let world: BillingWorld;
beforeAll(async () => {
  world = await BillingWorld.start();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.skew = 0;
});

async function use(tenant: BilledTenant, count: number): Promise<void> {
  await world.send(tenant, count);
  await world.settle();
}

const atStripe = ({ customerId }: BilledTenant) =>
  world.stripe.gateway.usageSum({ customerId, from: START, to: world.now() });

/** Further than the end of the period that runs. */
async function pastPeriod(tenant: BilledTenant, hours: number): Promise<void> {
  const { periodEnd } = await world.row(tenant);
  const left = periodEnd?.since(world.now()).total({ unit: "hours" }) ?? 0;
  await world.pass((left + hours) / 24);
}

async function toNine(): Promise<void> {
  const today = world.now().toZonedDateTimeISO("UTC").startOfDay();
  const nine = today.add({ days: 1, hours: 9 }).toInstant();
  await world.pass(nine.since(world.now()).total({ unit: "hours" }) / 24);
}

describe("a clock that is a day ahead of Stripe's", () => {
  it("is said in words when the meter is told, and what was not taken is told when it is right", async () => {
    const tenant = await world.subscribed();
    await use(tenant, 2);
    world.skew = 1;
    await expect(world.runMeter(tenant)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: expect.stringContaining("clock of this machine is wrong"),
    });
    world.skew = 0;
    await world.pass(1.5);
    await world.requeue(tenant);
    await world.runMeter(tenant);
    await world.pass(0.1);
    expect(await atStripe(tenant)).toBe(2);
    await world.runMeter(tenant);
    expect((await world.row(tenant)).reconciliation).toMatchObject({ agrees: true });
  });
});

describe("a clock that is a day behind", () => {
  it("when a period ends: its last units are not put on the bill that is closed, but on the next", async () => {
    // A period that ends at nine: at four on that day our clock has closed the day before, and Stripe the bill.
    await toNine();
    const tenant = await world.subscribed();
    await pastPeriod(tenant, -20);
    await use(tenant, 5);
    await pastPeriod(tenant, 19);
    world.skew = -1;
    await world.runMeter(tenant);
    const { periodStart } = await world.row(tenant);
    world.skew = 0;
    await world.pass(0.1);
    if (periodStart === null) throw new Error("The period has no start.");
    const inOpen = { customerId: tenant.customerId, from: periodStart, to: world.now() };
    expect(await world.stripe.gateway.usageSum(inOpen)).toBe(5);
  });
});

describe("events that never come", () => {
  it("are made good by the daily job: a change at Stripe is read without one", async () => {
    const tenant = await world.subscribed();
    const { subscriptionId } = await world.row(tenant);
    const change = {
      subscriptionId: subscriptionId ?? "",
      plan: "growth",
      interval: "month",
      at: world.now(),
    } as const;
    await world.stripe.gateway.upgrade(change);
    expect(await world.row(tenant)).toMatchObject({ plan: "starter" });
    await world.pass(1);
    await world.runMeter(tenant);
    expect(await world.row(tenant)).toMatchObject({ plan: "growth" });
  });
});

describe("a customer who was deleted at Stripe", () => {
  it("leaves the ledger as it was, and the workspace on Free", async () => {
    const tenant = await world.subscribed();
    await use(tenant, 3);
    const { stripeUrl, settings } = world.stripe.sandbox.running;
    const headers = { authorization: `Bearer ${settings.stripeKey}` };
    await fetch(`${stripeUrl}/v1/customers/${tenant.customerId}`, { method: "DELETE", headers });
    await world.pass(1);
    expect(await world.runMeter(tenant)).toMatchObject({ state: "done" });
    expect(await world.row(tenant)).toMatchObject({ status: null, problem: { kind: "customer_deleted" } });
    const kept = await world.asTenant(
      tenant.tenantId,
      (tx) => tx<{ units: number }[]>`select sum(units)::int as units from usage_entry`,
    );
    expect(kept).toEqual([{ units: 3 }]);
  });
});

describe("a report that Stripe accepted and lost", () => {
  it("is found on the next day, also where it was the last of a period", async () => {
    const tenant = await world.subscribed();
    await pastPeriod(tenant, -20);
    await use(tenant, 4);
    world.gateway = { ...world.stripe.gateway, sendUsage: () => Promise.resolve() };
    await pastPeriod(tenant, 0.2);
    await world.runMeter(tenant);
    world.gateway = world.stripe.gateway;
    const told = async () => (await world.row(tenant)).reconciliation;
    expect(await told()).toMatchObject({ agrees: true, explanation: [{ what: "not_yet_counted", units: 4 }] });
    await world.pass(1);
    await world.runMeter(tenant);
    expect(await told()).toMatchObject({ agrees: false, difference: 4, explanation: [{ what: "unknown", units: 4 }] });
  });
});
