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
  TEST_NOW,
  type TestTenant,
} from "@heed/db/testing/factories";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
let now = TEST_NOW;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  mails.length = 0;
  now = TEST_NOW;
  // Its trial is over: Free, with fifty messages a month.
  tenant = await createTenant(database.db, { createdAt: now.subtract({ hours: 24 * 60 }) });
  owner = `owner-${tenant.slug}@example.com`;
  await createMember(database.db, tenant.access, { role: "owner", email: owner });
  await createMember(database.db, tenant.access, { role: "admin" });
});

type Tidings = "tell_usage" | "tell_payment" | "tell_paused" | "tell_resumed";

/** Runs the jobs of this kind that are due, as the dispatcher would. @returns how they ended */
async function runTold(kind: Tidings): Promise<string[]> {
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
        update job set state = 'running', attempt = attempt + 1 where kind = ${kind} and state = 'waiting' and run_at <= ${now.toString()}
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

type Says = "active" | "past_due" | "unpaid" | "canceled";

/** What Stripe says of the subscription. */
function read(status: Says): Promise<boolean> {
  const customerId = `cus_${tenant.slug}`;
  return withTenant(database.db, tenant.access, async (tx) => {
    await ensureSubscriptionRow(tx);
    await keepCustomer(tx, { id: customerId, livemode: false, replaces: null });
    const span = { periodStart: TEST_NOW, periodEnd: TEST_NOW.add({ hours: 720 }), cancelAt: null, next: null };
    const pastDueSince = status === "past_due" || status === "unpaid" ? failedAt : null;
    const subscription = { subscriptionId: "sub_x", plan: "growth", interval: "month", status, pastDueSince } as const;
    const who = { customerId, markedTenant: tx.tenantId, livemode: false, customerDeleted: false, surplus: [] };
    const state: StripeState = { ...who, subscription: { ...subscription, ...span }, problem: null };
    return recordStripeState(tx, { number: await beginSync(tx), state, now });
  });
}

let failedAt = TEST_NOW;
beforeEach(() => {
  failedAt = TEST_NOW;
});

async function readAll(...all: readonly Says[]): Promise<void> {
  for (const status of all) await read(status);
}

const days = (count: number) => TEST_NOW.add({ hours: 24 * count });
const subjects = () => mails.map(({ subject }) => subject);
const mailed = { failed: "failed", paused: "sending is paused", goesOn: "sending goes on" };

describe("a payment that fails", () => {
  it("is told once, with the day on which sending pauses; that day and the day of paying are told once each", async () => {
    await readAll("active", "past_due", "past_due");
    expect(await runTold("tell_payment")).toEqual(["told"]);
    expect(mails).toMatchObject([{ to: owner, text: expect.stringContaining("30 November 2026 at 09:00 UTC") }]);
    expect(await runTold("tell_paused")).toEqual([]);
    now = days(7);
    expect(await runTold("tell_paused")).toEqual(["told"]);
    await readAll("past_due", "unpaid", "unpaid");
    now = days(9);
    expect([await runTold("tell_payment"), await runTold("tell_paused")]).toEqual([[], []]);
    await readAll("active", "active");
    expect(await runTold("tell_resumed")).toEqual(["told"]);
    await readAll("active");
    expect(await runTold("tell_resumed")).toEqual([]);
    expect(subjects()).toEqual(
      [mailed.failed, mailed.paused, mailed.goesOn].map((words) => expect.stringContaining(words)),
    );
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set([owner]));
  });

  it("is told as a pause at once where Stripe gives up before the grace is over", async () => {
    await readAll("active", "past_due");
    await runTold("tell_payment");
    now = days(3);
    await readAll("unpaid");
    expect(await runTold("tell_paused")).toEqual(["told"]);
    expect(subjects()).toEqual([mailed.failed, mailed.paused].map((words) => expect.stringContaining(words)));
  });

  it("and is made good at once is not told", async () => {
    await readAll("active", "past_due", "active");
    expect(await runTold("tell_payment")).toEqual(["nothing to tell"]);
    expect(mails).toEqual([]);
  });

  it("and is made good within the grace leads to no mail of a pause, nor of its end", async () => {
    await readAll("active", "past_due");
    await runTold("tell_payment");
    await readAll("active");
    now = days(7);
    expect(await runTold("tell_paused")).toEqual(["nothing to tell"]);
    expect(await runTold("tell_resumed")).toEqual([]);
    expect(mails).toHaveLength(1);
  });

  it("again, before the day of the first pause, waits for the day of its own", async () => {
    await readAll("active", "past_due", "active");
    [now, failedAt] = [days(5), days(5)];
    await readAll("past_due");
    now = days(7);
    expect(await runTold("tell_paused")).toEqual(["not yet"]);
    now = days(12);
    expect(await runTold("tell_paused")).toEqual(["told"]);
  });

  it("and ends the subscription is not told as if sending went on", async () => {
    await readAll("active", "past_due");
    now = days(8);
    await readAll("canceled");
    expect(await runTold("tell_resumed")).toEqual([]);
  });
});
