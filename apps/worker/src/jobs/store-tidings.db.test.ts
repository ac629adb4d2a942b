import type { Instant } from "@heed/core/time";
import { connectStore } from "@heed/db/commands/connect-store";
import type { Job } from "@heed/db/commands/job";
import { revokeStore } from "@heed/db/commands/record-sync";
import { storeDetails } from "@heed/db/queries/store-page";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_RING, US } from "@heed/db/testing/demo-store";
import { createMember, createTenant, givePlan, TEST_NOW, type TestTenant } from "@heed/db/testing/factories";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Worker } from "../worker.ts";
import { JOBS } from "./jobs.ts";

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly idempotencyKey: string;
}

const mails: Mail[] = [];
let database: TestDatabase;
let tenant: TestTenant;
let people: readonly string[];
let storeId: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  mails.length = 0;
  tenant = await createTenant(database.db);
  await givePlan(database.db, tenant);
  people = [`owner-${tenant.slug}@example.com`, `admin-${tenant.slug}@example.com`];
  await createMember(database.db, tenant.access, { role: "owner", email: people[0] ?? "" });
  await createMember(database.db, tenant.access, { role: "admin", email: people[1] ?? "" });
  await createMember(database.db, tenant.access, { role: "manager" });
  storeId = await authorise(TEST_NOW);
});

const days = (count: number) => TEST_NOW.add({ hours: 24 * count });

/** The seller's consent, the first time or again. */
async function authorise(now: Instant): Promise<string> {
  const tokens = { refreshToken: "Atzr|x", accessToken: "Atza|x", expiresAt: now.add({ hours: 1 }) };
  const marketplaces = [{ marketplaceId: US, storeName: "Pier", participating: true }];
  const account = { region: "NA", sellerId: `A${tenant.slug}`, marketplaces } as const;
  const connected = await withTenant(database.db, tenant.access, (tx) =>
    connectStore(tx, { ...account, tokens, ring: TEST_RING, now }),
  );
  return connected.storeId;
}

/** Runs what is due of this kind, as the dispatcher would. @returns how it ended */
async function runDue(kind: "authorisation_expiring" | "tell_disconnected", now: Instant): Promise<string[]> {
  const send = async (mail: Mail) => {
    mails.push(mail);
    return { kind: "accepted", id: "m" };
  };
  const ports = { db: database.db, mailer: { send }, clock: { now: () => now }, mailDomain: "heed.localhost" };
  const worker = { ...ports, webUrl: "http://localhost:3000" } as unknown as Worker;
  const ended: string[] = [];
  for (const job of await takeDue(kind, now)) {
    const done = await JOBS[kind]?.(worker, { tenantId: tenant.tenantId, job });
    ended.push(done?.ended ?? "nobody does it");
  }
  return ended;
}

async function takeDue(kind: string, now: Instant): Promise<readonly Job[]> {
  const sql = postgres(database.urls.DATABASE_URL, { max: 1 });
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenant.tenantId}, true), set_config('app.system', 'on', true)`;
      return tx<Job[]>`
        update job set state = 'running', attempt = attempt + 1
        where kind = ${kind} and state = 'waiting' and run_at <= ${now.toString()}::timestamptz
        returning id, kind, subject, attempt, state, progress`;
    });
  } finally {
    await sql.end();
  }
}

it("the yearly renewal is recalled a month and a week before, to owners and admins, and no more", async () => {
  expect(await runDue("authorisation_expiring", days(334))).toEqual([]);
  expect(await runDue("authorisation_expiring", days(335))).toEqual(["told"]);
  expect(mails.map(({ to }) => to).toSorted()).toEqual([...people].toSorted());
  expect(mails[0]?.subject).toContain("Authorise Pier again before");
  expect(mails[0]?.text).toContain("2027");
  expect(await runDue("authorisation_expiring", days(357))).toEqual([]);
  expect(await runDue("authorisation_expiring", days(358))).toEqual(["told"]);
  expect(await runDue("authorisation_expiring", days(500))).toEqual([]);
  expect(mails).toHaveLength(4);
  expect(new Set(mails.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(4);
});

it("a store that was authorised again is recalled a year after that", async () => {
  await runDue("authorisation_expiring", days(335));
  await authorise(days(340));
  expect(await runDue("authorisation_expiring", days(358))).toEqual([]);
  expect(await runDue("authorisation_expiring", days(340 + 335))).toEqual(["told"]);
});

it("a permission that the seller withdrew stops the store, and its owners are told once", async () => {
  const revoke = () => withTenant(database.db, tenant.access, (tx) => revokeStore(tx, { storeId, now: days(10) }));
  await revoke();
  await revoke();
  const [details] = await withTenant(database.db, tenant.access, (tx) => storeDetails(tx, { now: days(10) }));
  expect(details?.authorisation).toBe("revoked");
  expect(await runDue("tell_disconnected", days(10))).toEqual(["told"]);
  expect(await runDue("tell_disconnected", days(11))).toEqual([]);
  expect(mails.map(({ to }) => to).toSorted()).toEqual([...people].toSorted());
  expect(mails[0]?.text).toContain("Amazon");
  // Nobody is asked to renew what is gone.
  expect(await runDue("authorisation_expiring", days(335))).toEqual(["nothing to tell"]);
});

it("a store that was authorised again before the mail went is not told about", async () => {
  await withTenant(database.db, tenant.access, (tx) => revokeStore(tx, { storeId, now: days(10) }));
  await authorise(days(11));
  expect(await runDue("tell_disconnected", days(12))).toEqual([]);
  expect(mails).toEqual([]);
});
