import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, type Db, openDb } from "../client.ts";
import { withDatabase } from "../roles.ts";
import { type Access, type TenantDb, withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, clusterUrl, type TestDatabase } from "../testing.ts";
import { firstEmails, laneMix, noticeDelays, sendHours } from "./insights.ts";
import { needsYou } from "./needs-you.ts";
import { listNotices } from "./notices.ts";
import { listOptOuts } from "./opt-outs.ts";
import { getOrder, listOrders, orderCounts } from "./orders.ts";
import { overview } from "./overview.ts";
import { systemState } from "./system.ts";

const SMALL = 400;
const LARGE = 12_000;
/** The rare state of the tenant's oldest orders: the worst case of a filter. */
const OLD = "unknown";

interface Asked {
  readonly text: string;
  readonly params: unknown[];
}

let test: TestDatabase;
let watched: Db;
let explainer: Db;
const asked: Asked[] = [];
const tenants: Record<"small" | "large", { access: Access; storeId: string }> = {
  small: { access: {} as Access, storeId: "" },
  large: { access: {} as Access, storeId: "" },
};

beforeAll(async () => {
  test = await cloneDatabase();
  for (const [size, orders] of [
    ["small", SMALL],
    ["large", LARGE],
  ] as const) {
    const { access } = await createTenant(test.db);
    const storeId = await createStore(test.db, access);
    tenants[size] = { access, storeId };
    await withTenant(test.db, access, async (tx) => {
      await fill(tx, storeId, orders);
      await fillCounters(tx, storeId, Math.ceil(orders / 90));
    });
  }
  const database = new URL(test.urls.DATABASE_URL).pathname.slice(1);
  const admin = openDb(withDatabase(await clusterUrl(), database), { max: 1 });
  await admin.execute(sql`vacuum analyze`);
  await closeDb(admin);
  const onStatement = (text: string, params: unknown[]) => void asked.push({ text, params });
  watched = openDb(test.urls.DATABASE_URL, { max: 1, onStatement });
  explainer = openDb(test.urls.DATABASE_URL, { max: 1 });
});
afterAll(async () => {
  await Promise.all([closeDb(watched), closeDb(explainer)]);
  await test.drop();
});

async function fill(tx: TenantDb, storeId: string, orders: number): Promise<void> {
  const { tenantId } = tx;
  await tx.sql.execute(sql`
    insert into "order" (tenant_id, store_id, order_id, marketplace_id, channel, fulfilled_by, status, purchased_at, last_updated_at, source, created_at)
    select ${tenantId}::uuid, ${storeId}::uuid, format('111-%s-0000000', lpad(n::text, 7, '0')), 'ATVPDKIKX0DER', 'amazon', 'amazon', 'SHIPPED',
      ${TEST_NOW}::timestamptz - n * interval '1 minute', ${TEST_NOW}::timestamptz, 'sync', ${TEST_NOW}::timestamptz
    from generate_series(1, ${orders}) n`);
  await tx.sql.execute(sql`
    insert into order_item (tenant_id, order_ref, items, quantity) select tenant_id, id, '[]', 1 from "order"`);
  await tx.sql.execute(sql`
    insert into message (tenant_id, store_id, order_ref, slot, purpose, lane, state, flow_key, flow_version, step_key, due_at, created_at, sent_at)
    select tenant_id, store_id, id, 'proactive', 'review_request', 'solicitation',
      case when order_id > ${`111-${String(orders - 3).padStart(7, "0")}`} then ${OLD} when right(order_id, 9) < '5' then 'planned' else 'reached' end,
      'f', 1, 's', purchased_at + interval '12 days', ${TEST_NOW}::timestamptz, purchased_at
    from "order"`);
  await tx.sql.execute(sql`
    insert into decision (tenant_id, store_id, order_ref, at, phase, verdict, slot, purpose, rule_pack, reasons)
    select tenant_id, store_id, id, purchased_at, 'plan', 'planned', 'proactive', 'review_request', 'p', '[]' from "order"`);
  // Orders without a message, of which every second was kept out by a rule.
  await tx.sql.execute(sql`
    insert into "order" (tenant_id, store_id, order_id, marketplace_id, channel, fulfilled_by, status, purchased_at, last_updated_at, source, created_at)
    select ${tenantId}::uuid, ${storeId}::uuid, format('112-%s-0000000', lpad(n::text, 7, '0')), 'ATVPDKIKX0DER', 'amazon', 'amazon', 'SHIPPED',
      ${TEST_NOW}::timestamptz - n * interval '1 minute', ${TEST_NOW}::timestamptz, 'sync', ${TEST_NOW}::timestamptz
    from generate_series(1, ${orders / 4}) n`);
  await tx.sql.execute(sql`
    insert into decision (tenant_id, store_id, order_ref, at, phase, verdict, rule, slot, purpose, rule_pack, reasons, ordered_at)
    select tenant_id, store_id, id, purchased_at, 'plan', 'not_planned', case when right(order_id, 9) < '5' then 'window_over' else 'cancelled' end,
      'proactive', 'review_request', 'p', '[]', purchased_at
    from "order" where order_id like '112-%'`);
  await tx.sql.execute(sql`
    insert into notice (tenant_id, store_id, received_at, kind, verification, confidence, order_ref, effect, text)
    select tenant_id, store_id, purchased_at, 'opted_out', 'verified', '1', id, 'applied', '' from "order"`);
  await tx.sql.execute(sql`
    insert into suppression (tenant_id, store_id, buyer_key, buyer_key_id, masked, reason, at, order_ref)
    select tenant_id, store_id, sha256(order_id::bytea), 'k', 'm', 'opted_out', purchased_at, id from "order"`);
  await tx.sql.execute(sql`
    insert into store_day (tenant_id, store_id, marketplace_id, day, lane, outcome, count)
    select ${tenantId}::uuid, ${storeId}::uuid, 'ATVPDKIKX0DER', (${TEST_NOW}::timestamptz - n * interval '1 day')::date, 'email', 'sent', 1
    from generate_series(0, 89) n`);
}

/** A quarter of e-mails with known fates, as the counters hold them whatever their number. */
async function fillCounters(tx: TenantDb, storeId: string, perDay: number): Promise<void> {
  const days = sql`(${TEST_NOW}::timestamptz - n * interval '1 day')::date`;
  await tx.sql.execute(sql`
    insert into email_fate (tenant_id, store_id, day, marketplace_id, prior, repeat_buyer, fulfilled_by, reached, refused)
    select ${tx.tenantId}::uuid, ${storeId}::uuid, ${days}, 'ATVPDKIKX0DER', '-infinity', n % 2 = 0, 'amazon', ${perDay}, 1
    from generate_series(0, 89) n`);
  await tx.sql.execute(sql`
    insert into email_hour (tenant_id, store_id, day, hour, sent, refused)
    select ${tx.tenantId}::uuid, ${storeId}::uuid, ${days}, hour, ${perDay}, 1
    from generate_series(0, 89) n, generate_series(9, 16) hour`);
}

const middle = TEST_NOW.subtract({ minutes: 200 });
const cursor = { at: middle, id: "00000000-0000-7000-8000-000000000000" };
const PERIOD = { storeId: "all", from: TEST_NOW.subtract({ hours: 24 * 91 }), to: TEST_NOW } as const;
const PAGES: Record<string, (tx: TenantDb, storeId: string) => Promise<unknown>> = {
  "orders, all": (tx) => listOrders(tx, { storeId: "all", limit: 50 }),
  "orders of a store, second page": (tx, storeId) => listOrders(tx, { storeId, limit: 50, after: cursor }),
  "orders of a store, back": (tx, storeId) => listOrders(tx, { storeId, limit: 50, before: cursor }),
  "orders by a common state": (tx) => listOrders(tx, { storeId: "all", state: "reached", limit: 50 }),
  "orders by a rare, old state": (tx, storeId) => listOrders(tx, { storeId, state: "needs_you", limit: 50 }),
  "orders that a rule kept out": (tx, storeId) => listOrders(tx, { storeId, rule: "window_over", limit: 50 }),
  "orders by an unused lane": (tx) => listOrders(tx, { storeId: "all", lane: "email", limit: 50 }),
  "orders by id": (tx) => listOrders(tx, { storeId: "all", q: "111-0000007", limit: 50 }),
  "an order": (tx) => getOrder(tx, { storeId: "all", orderId: "111-0000007-0000000" }),
  "opt-outs": (tx) => listOptOuts(tx, { storeId: "all", limit: 50 }),
  "opt-outs of a store": (tx, storeId) => listOptOuts(tx, { storeId, limit: 50, after: cursor }),
  "notices to review": (tx) => listNotices(tx, { storeId: "all", effect: "needs_review", limit: 50 }),
  "first e-mails of a period": (tx) => firstEmails(tx, PERIOD),
  "hours of a period": (tx) => sendHours(tx, PERIOD),
  "notices' delays": (tx) => noticeDelays(tx, PERIOD),
  "lanes of a period": (tx) => laneMix(tx, PERIOD),
  "what waits for a person": (tx) => needsYou(tx, { storeId: "all", now: TEST_NOW }),
  system: (tx) => systemState(tx, { now: TEST_NOW }),
};

/** Buffers that the statements of one page touch, by Postgres' own count. */
async function buffers(
  size: "small" | "large",
  page: (tx: TenantDb, storeId: string) => Promise<unknown>,
): Promise<number> {
  const { access, storeId } = tenants[size];
  asked.length = 0;
  await withTenant(watched, access, (tx) => page(tx, storeId));
  const statements = asked.filter(({ text }) => !text.includes("set_config"));
  await explainer.execute(
    sql`select set_config('app.tenant_id', ${access.tenantId}, false), set_config('app.store_ids', '', false), set_config('app.system', 'on', false)`,
  );
  let sum = 0;
  for (const statement of statements) sum += await hits(statement);
  return sum;
}

async function hits({ text, params }: Asked): Promise<number> {
  const values = params.map((value) => (value === null || typeof value === "string" ? value : String(value)));
  const [row] = await explainer.$client.unsafe<{ "QUERY PLAN": { Plan: { "Shared Hit Blocks": number } }[] }[]>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  );
  return row?.["QUERY PLAN"][0]?.Plan["Shared Hit Blocks"] ?? Number.NaN;
}

it.each(Object.keys(PAGES))("%s costs the page, not the tenant", async (name) => {
  const page = PAGES[name] ?? (() => Promise.resolve());
  const [small, large] = [await buffers("small", page), await buffers("large", page)];
  expect(small).toBeGreaterThan(0);
  // Thirty times the orders: a deeper index, no more.
  expect(large).toBeLessThan(Math.max(100, small * 2));
});

it("counts by state read an index and stop at the limit", async () => {
  const large = await buffers("large", (tx) => orderCounts(tx, { storeId: "all" }));
  // Six counts of 5,000 at most; pages that a vacuum beside other tests left unmarked cost a look at their rows.
  expect(large).toBeLessThan(1000);
});

it("overview reads what is due soon and counters, not the tenant", async () => {
  const large = await buffers("large", (tx) => overview(tx, { storeId: "all", now: TEST_NOW }));
  expect(large).toBeLessThan(2500);
});
