import type { StripeState } from "@heed/core/billing/stripe-state";
import type { Job } from "@heed/db/commands/job";
import { ensureSubscriptionRow, keepCustomer } from "@heed/db/commands/keep-customer";
import { beginSync, recordStripeState } from "@heed/db/commands/record-stripe-state";
import { settleMessages } from "@heed/db/commands/settle-messages";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import {
  createMember,
  createMessage,
  createOrder,
  createStore,
  createTenant,
  TEST_NOW as now,
  type TestTenant,
} from "@heed/db/testing/factories";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Worker } from "../worker.ts";
import { JOBS } from "./jobs.ts";

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const mails: Mail[] = [];
let database: TestDatabase;
let tenant: TestTenant;
let owner: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  mails.length = 0;
  // Its trial is over: Free, with fifty messages a month.
  tenant = await createTenant(database.db, { createdAt: now.subtract({ hours: 24 * 60 }) });
  owner = `owner-${tenant.slug}@example.com`;
  await createMember(database.db, tenant.access, { role: "owner", email: owner });
  await createMember(database.db, tenant.access, { role: "admin" });
});

/** Runs the jobs of this kind that wait, as the dispatcher would. @returns how they ended */
async function runTold(kind: "tell_usage" | "tell_payment"): Promise<string[]> {
  const send = async (mail: Mail) => {
    mails.push(mail);
    return { kind: "accepted", id: "m" };
  };
  const { db, system } = database;
  const mailer = { send };
  const worker = { db, system, mailer, clock: { now: () => now }, mailDomain: "heed.localhost" };
  const told = { ...worker, webUrl: "http://localhost:3000" } as unknown as Worker;
  const ended: string[] = [];
  for (const job of await takeJobs(kind)) {
    const done = await JOBS[kind]?.(told, { tenantId: tenant.tenantId, job });
    ended.push(done?.ended ?? "nobody does it");
  }
  return ended;
}

async function takeJobs(kind: string): Promise<readonly Job[]> {
  const sql = postgres(database.urls.DATABASE_URL, { max: 1 });
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenant.tenantId}, true), set_config('app.system', 'on', true)`;
      return tx<Job[]>`
        update job set state = 'running', attempt = attempt + 1 where kind = ${kind} and state = 'waiting'
        returning id, kind, subject, attempt, state, progress`;
    });
  } finally {
    await sql.end();
  }
}

async function reach(count: number): Promise<void> {
  const { access } = tenant;
  const storeId = await createStore(database.db, access);
  for (let index = 0; index < count; index += 1) {
    const orderRef = await createOrder(database.db, { access, storeId });
    const at = { sentAt: now, settleAt: now, claimedAt: now, lane: "solicitation" as const, state: "sent" as const };
    await createMessage(database.db, { access, storeId, orderRef }, at);
  }
  await settleMessages(database.db, database.system, { now, limit: 500 });
}

it("80 and 100 % are told to owners, each once in the period", async () => {
  await reach(39);
  expect(await runTold("tell_usage")).toEqual([]);
  await reach(1);
  await reach(1);
  expect(await runTold("tell_usage")).toEqual(["told"]);
  expect(mails).toMatchObject([{ to: owner, subject: expect.stringContaining("80 %") }]);
  await reach(9);
  expect(await runTold("tell_usage")).toEqual(["told"]);
  expect(mails[1]?.text).toContain("Sending has stopped");
  for (const part of [mails[1]?.text, mails[1]?.html]) expect(part).toContain(`/w/${tenant.slug}/billing`);
  await reach(1);
  expect(await runTold("tell_usage")).toEqual([]);
});

/** What Stripe says of the subscription. */
function read(status: "active" | "past_due"): Promise<boolean> {
  const customerId = `cus_${tenant.slug}`;
  return withTenant(database.db, tenant.access, async (tx) => {
    await ensureSubscriptionRow(tx);
    await keepCustomer(tx, { id: customerId, livemode: false, replaces: null });
    const span = { periodStart: now, periodEnd: now.add({ hours: 720 }), cancelAt: null, next: null };
    const pastDueSince = status === "past_due" ? now : null;
    const subscription = { subscriptionId: "sub_x", plan: "growth", interval: "month", status, pastDueSince } as const;
    const who = { customerId, markedTenant: tx.tenantId, livemode: false, customerDeleted: false, surplus: [] };
    const state: StripeState = { ...who, subscription: { ...subscription, ...span }, problem: null };
    return recordStripeState(tx, { number: await beginSync(tx), state, now });
  });
}

it("a payment that failed is told once, with the day on which sending pauses", async () => {
  for (const status of ["active", "past_due", "past_due"] as const) await read(status);
  expect(await runTold("tell_payment")).toEqual(["told"]);
  await read("past_due");
  expect(await runTold("tell_payment")).toEqual([]);
  expect(mails).toMatchObject([{ to: owner, text: expect.stringContaining("30 November 2026 at 09:00 UTC") }]);
});

it("a payment that was made good meanwhile is not told", async () => {
  for (const status of ["active", "past_due", "active"] as const) await read(status);
  expect(await runTold("tell_payment")).toEqual(["nothing to tell"]);
  expect(mails).toEqual([]);
});
