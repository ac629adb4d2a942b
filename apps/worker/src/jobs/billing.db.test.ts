import { PLANS } from "@heed/core/billing/plans";
import { overageMinor } from "@heed/core/billing/price";
import type { StripeState } from "@heed/core/billing/stripe-state";
import { type Instant, Temporal } from "@heed/core/time";
import type { Job } from "@heed/db/commands/job";
import { ensureSubscriptionRow, keepCustomer } from "@heed/db/commands/keep-customer";
import { receiveStripeEvent } from "@heed/db/commands/receive-stripe-event";
import { beginSync, recordStripeState } from "@heed/db/commands/record-stripe-state";
import { settleMessages } from "@heed/db/commands/settle-messages";
import { syncBilling } from "@heed/db/commands/sync-billing";
import { subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMessage, createOrder, createStore, createTenant, type TestTenant } from "@heed/db/testing/factories";
import { TEST_NOW } from "@heed/sandbox/testing";
import { type StripeWorld, startStripeWorld } from "@heed/stripe/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "../logger.ts";
import type { Worker } from "../worker.ts";
import { meterUsage } from "./meter-usage.ts";

const START = Temporal.Instant.from(TEST_NOW);
let database: TestDatabase;
let stripe: StripeWorld;
let ahead = 0;

beforeAll(async () => {
  [database, stripe] = await Promise.all([cloneDatabase(), startStripeWorld()]);
});
afterAll(() => Promise.all([database.drop(), stripe.stop()]));

/** Our clock and Stripe's, put forward together. */
async function pass(days: number): Promise<Instant> {
  await stripe.ahead(days);
  ahead += days;
  return now();
}
const now = () => START.add({ seconds: Math.round(ahead * 86_400) });

/** What the job needs of a worker; time stands where the test has put it. */
function worker(): Worker {
  const clock = { now } as Worker["clock"];
  const { db, system } = database;
  return {
    db,
    system,
    clock,
    stripe: stripe.gateway,
    log: createLogger("silent"),
    wakeRelay: () => undefined,
  } as Worker;
}

const sync = (tenantId: string, customerId: string | null = null) =>
  syncBilling({ db: database.db, stripe: stripe.gateway }, { tenantId, customerId, now: now() });

const row = async ({ access }: TestTenant) => {
  const found = await withTenant(database.db, access, subscriptionRow);
  if (found === null) throw new Error("The workspace has no row of billing.");
  return found;
};

async function subscribed(plan: "starter" | "growth" = "starter"): Promise<TestTenant & { customerId: string }> {
  const tenant = await createTenant(database.db, { createdAt: now().subtract({ hours: 24 * 60 }) });
  const { customerId } = await stripe.subscribe({ tenantId: tenant.tenantId, plan });
  await sync(tenant.tenantId, customerId);
  return { ...tenant, customerId };
}

/** Messages that were accepted now and settle at the next run of settling. */
async function send({ access }: TestTenant, count: number): Promise<void> {
  const storeId = await createStore(database.db, access);
  for (let index = 0; index < count; index += 1) {
    const orderRef = await createOrder(database.db, { access, storeId });
    const at = { sentAt: now(), settleAt: now(), claimedAt: now(), lane: "solicitation" as const };
    await createMessage(database.db, { access, storeId, orderRef }, { ...at, state: "sent" });
  }
}

const settle = () => settleMessages(database.db, database.system, { now: now(), limit: 500 });

interface JobRow {
  readonly id: string;
  readonly state: string;
  readonly run_at: Date;
}

async function asTenant<T>(tenantId: string, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const sql = postgres(database.urls.DATABASE_URL, { max: 1 });
  try {
    return (await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
      return work(tx);
    })) as T;
  } finally {
    await sql.end();
  }
}

/** As the dispatcher leaves a job that is due. */
async function runMeter({ tenantId }: TestTenant): Promise<JobRow | undefined> {
  const [job] = await asTenant(
    tenantId,
    (tx) => tx<Job[]>`
      update job set state = 'running', attempt = attempt + 1 where kind = 'meter_usage' and state = 'waiting'
      returning id, kind, subject, attempt, state`,
  );
  if (job === undefined) return undefined;
  await meterUsage(worker(), { tenantId, job });
  const [after] = await asTenant(
    tenantId,
    (tx) => tx<JobRow[]>`select id, state, run_at from job where id = ${job.id}`,
  );
  return after;
}

describe("a subscription", () => {
  it("is written as Stripe has it, and what settles from then on is on the meter and on the invoice", async () => {
    const tenant = await subscribed();
    expect(await row(tenant)).toMatchObject({ status: "active", plan: "starter", interval: "month", problem: null });
    await send(tenant, 3);
    await settle();
    await pass(1);
    const job = await runMeter(tenant);
    expect(job).toMatchObject({ state: "waiting" });
    expect(job?.run_at.getUTCHours()).toBe(0);
    await pass(1);
    expect(await stripe.gateway.usageSum({ customerId: tenant.customerId, from: START, to: now() })).toBe(3);
    await runMeter(tenant);
    expect((await row(tenant)).reconciliation).toMatchObject({ agrees: true, difference: 0 });
    await pass(31);
    const { invoices } = await stripe.gateway.invoices({ customerId: tenant.customerId, after: null, limit: 5 });
    expect(invoices.map(({ totalMinor }) => totalMinor)).toEqual([
      1_900 + overageMinor(PLANS.starter, "month", 3),
      1_900,
    ]);
  });

  it("does not count what settled in the trial", async () => {
    const tenant = await createTenant(database.db, { createdAt: now() });
    await send(tenant, 2);
    await settle();
    const { customerId } = await stripe.subscribe({ tenantId: tenant.tenantId, plan: "starter" });
    await sync(tenant.tenantId, customerId);
    await pass(1);
    await runMeter(tenant);
    await pass(1);
    expect(await stripe.gateway.usageSum({ customerId, from: START, to: now() })).toBe(0);
  });

  it("is told once, though the worker dies after the call", async () => {
    const tenant = await subscribed();
    await send(tenant, 2);
    await settle();
    await pass(1);
    const real = stripe.gateway;
    const dies = {
      ...real,
      sendUsage: async (event: Parameters<typeof real.sendUsage>[0]) => {
        await real.sendUsage(event);
        throw new Error("killed");
      },
    };
    stripe = { ...stripe, gateway: dies };
    await expect(runMeter(tenant)).rejects.toThrow("killed");
    stripe = { ...stripe, gateway: real };
    await requeue(tenant);
    await pass(1.5);
    await runMeter(tenant);
    await pass(0.1);
    expect(await stripe.gateway.usageSum({ customerId: tenant.customerId, from: START, to: now() })).toBe(2);
  });

  it("that ended lets the workspace fall back to Free, and its job ends", async () => {
    const tenant = await subscribed();
    const { subscriptionId } = await row(tenant);
    await stripe.gateway.cancel({ subscriptionId: subscriptionId ?? "", reason: "unused", comment: null });
    await pass(32);
    await sync(tenant.tenantId);
    expect(await row(tenant)).toMatchObject({ status: "canceled" });
    expect(await runMeter(tenant)).toMatchObject({ state: "done" });
  });

  it("whose customer was deleted at Stripe is said so", async () => {
    const tenant = await subscribed();
    const { stripeUrl, settings } = stripe.sandbox.running;
    const headers = { authorization: `Bearer ${settings.stripeKey}` };
    await fetch(`${stripeUrl}/v1/customers/${tenant.customerId}`, { method: "DELETE", headers });
    await sync(tenant.tenantId);
    expect(await row(tenant)).toMatchObject({ status: null, problem: { kind: "customer_deleted" } });
  });

  it("that was made twice keeps the older one and ends the other", async () => {
    const tenant = await subscribed();
    await pass(0.01);
    const more = {
      tenantId: tenant.tenantId,
      customerId: tenant.customerId,
      plan: "growth",
      interval: "month",
    } as const;
    const open = await stripe.gateway.openCheckout({ ...more, attempt: 99, returnUrl: "http://x" });
    await stripe.submit(open.url ?? "", { card: "4242 4242 4242 4242" });
    await sync(tenant.tenantId);
    expect(await row(tenant)).toMatchObject({ plan: "starter", status: "active" });
    expect((await stripe.gateway.readState(tenant.customerId)).surplus).toEqual([]);
  });
});

/** As recover-lost does with a job whose worker died. */
const requeue = ({ tenantId }: TestTenant) =>
  asTenant(tenantId, (tx) => tx`update job set state = 'waiting' where kind = 'meter_usage'`);

describe("reading Stripe", () => {
  it("joins a customer that a crash kept from our row, by its own mark", async () => {
    const tenant = await createTenant(database.db);
    const { customerId } = await stripe.subscribe({ tenantId: tenant.tenantId, plan: "growth" });
    const event = { id: "evt_crash", customerId, tenantId: tenant.tenantId, now: now() };
    expect(await receiveStripeEvent(database, event)).toBe("received");
    expect(await sync(tenant.tenantId, customerId)).toBe("written");
    expect(await row(tenant)).toMatchObject({ customerId, plan: "growth", status: "active" });
  });

  it("does not join a customer of somebody else", async () => {
    const [mine, other] = [await createTenant(database.db), await subscribed()];
    expect(await sync(mine.tenantId, other.customerId)).toBe("not ours");
    expect(await withTenant(database.db, mine.access, subscriptionRow)).toBeNull();
  });

  it("believes whoever began to read last, however late the other writes", async () => {
    const tenant = await subscribed();
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
        periodStart: now(),
        periodEnd: now().add({ hours: 720 }),
        cancelAt: null,
        pastDueSince: null,
        next: null,
      },
      surplus: [],
      problem: null,
    });
    const begin = () => withTenant(database.db, tenant.access, beginSync);
    const [first, second] = [await begin(), await begin()];
    const write = (number: number, plan: "growth" | "scale") =>
      withTenant(database.db, tenant.access, (tx) => recordStripeState(tx, { number, state: state(plan), now: now() }));
    expect(await write(second, "scale")).toBe(true);
    expect(await write(first, "growth")).toBe(false);
    expect((await row(tenant)).plan).toBe("scale");
  });

  it("takes each event once, in any order and at once, and ends as after one", async () => {
    const tenant = await subscribed();
    const ids = Array.from({ length: 12 }, (_, index) => `evt_${tenant.tenantId}_${index}`);
    const storm = Array.from({ length: 8 }, () => ids)
      .flat()
      .sort(() => Math.random() - 0.5);
    const answers = await Promise.all(
      storm.map((id) =>
        receiveStripeEvent(database, { id, customerId: tenant.customerId, tenantId: null, now: now() }),
      ),
    );
    expect(answers.filter((answer) => answer === "received")).toHaveLength(ids.length);
    await Promise.all(ids.map(() => sync(tenant.tenantId, tenant.customerId)));
    expect(await row(tenant)).toMatchObject({ plan: "starter", status: "active" });
  });

  it("ignores events about nobody of ours", async () => {
    const event = { id: "evt_foreign", customerId: "cus_foreign", tenantId: crypto.randomUUID(), now: now() };
    expect(await receiveStripeEvent(database, event)).toBe("not ours");
    expect(await receiveStripeEvent(database, { ...event, tenantId: "'; drop table tenant" })).toBe("not ours");
  });

  it("keeps the workspace's one customer", async () => {
    const tenant = await subscribed();
    const other = withTenant(database.db, tenant.access, async (tx) => {
      await ensureSubscriptionRow(tx);
      await keepCustomer(tx, { id: "cus_second", livemode: false, replaces: null });
    });
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
