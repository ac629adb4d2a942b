import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, openDb } from "./client.ts";
import { message } from "./schema/message.ts";
import { order } from "./schema/order.ts";
import { auditEntry } from "./schema/tenant.ts";
import { systemAccess } from "./system-db.ts";
import { type Access, withTenant } from "./tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant, TEST_NOW } from "./testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

let test: TestDatabase;
let own: { access: Access; storeId: string };
let otherStore: string;
let foreign: { access: Access; storeId: string };
let orderRef: string;

beforeAll(async () => {
  test = await cloneDatabase();
  const { access } = await createTenant(test.db);
  own = { access, storeId: await createStore(test.db, access) };
  otherStore = await createStore(test.db, access);
  const second = await createTenant(test.db);
  foreign = { access: second.access, storeId: await createStore(test.db, second.access) };
  orderRef = await createOrder(test.db, own);
  await createOrder(test.db, { ...own, storeId: otherStore });
  await createOrder(test.db, foreign);
  await createMessage(test.db, { ...own, orderRef });
});
afterAll(() => test.drop());

const limited = (stores: readonly string[]): Access => ({ ...own.access, stores });
const countOrders = (access: Access) => withTenant(test.db, access, (tx) => tx.sql.$count(order));

/** Every table with rows of tenants, asked of the database itself. */
async function tenantTables(): Promise<string[]> {
  const rows = await test.db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`,
  );
  return rows.map(({ name }) => name);
}

describe("row-level security", () => {
  it("is enabled and forced on every table that has a tenant", async () => {
    const rows = await test.db.execute(sql`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(rows).toHaveLength(0);
    expect((await tenantTables()).length).toBeGreaterThan(20);
  });

  it("shows nothing without a tenant, on a fresh and on a used connection", async () => {
    const fresh = openDb(test.urls.DATABASE_URL, { max: 1 });
    const tables = await tenantTables();
    const countAll = async () => {
      const counts = tables.map((table) =>
        fresh.execute<{ n: number }>(sql`select count(*) as n from ${sql.identifier(table)}`),
      );
      return (await Promise.all(counts)).reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
    };
    expect(await countAll()).toBe(0);
    expect(await withTenant(fresh, own.access, (tx) => tx.sql.$count(order))).toBe(2);
    const [used] = await fresh.execute<{ left: string }>(sql`select current_setting('app.tenant_id', true) as left`);
    expect(used?.left).toBe("");
    expect(await countAll()).toBe(0);
    await closeDb(fresh);
  });

  it("shows a connection nothing of the tenant whose transaction failed on it", async () => {
    const single = openDb(test.urls.DATABASE_URL, { max: 1 });
    await expect(withTenant(single, own.access, (tx) => tx.sql.execute(sql`select 1 / 0`))).rejects.toThrow();
    expect(await single.$count(order)).toBe(0);
    await closeDb(single);
  });

  it("shows the owner of the tables nothing outside a migration", async () => {
    const owner = openDb(test.urls.DATABASE_MIGRATE_URL, { max: 1 });
    expect(await owner.$count(order)).toBe(0);
    await closeDb(owner);
  });

  it("shows each tenant its own rows", async () => {
    expect(await countOrders(own.access)).toBe(2);
    expect(await countOrders(foreign.access)).toBe(1);
    const rows = await withTenant(test.db, foreign.access, (tx) =>
      tx.sql.select().from(order).where(eq(order.id, orderRef)),
    );
    expect(rows).toHaveLength(0);
  });

  it("refuses to write another tenant's row, by insert and by update", async () => {
    const insert = withTenant(test.db, own.access, (tx) =>
      tx.sql.insert(auditEntry).values({ tenantId: foreign.access.tenantId, at: TEST_NOW, act: "x", subject: "y" }),
    );
    await expect(insert).rejects.toMatchObject({ code: "INTERNAL", details: { sqlState: "42501" } });
    const move = withTenant(test.db, own.access, (tx) =>
      tx.sql.update(order).set({ tenantId: foreign.access.tenantId }).where(eq(order.id, orderRef)),
    );
    await expect(move).rejects.toBeInstanceOf(AppError);
  });

  it("limits access to named stores, in rows that carry the store and in rows that do not", async () => {
    expect(await countOrders(limited([otherStore]))).toBe(1);
    expect(await countOrders(limited([]))).toBe(0);
    const items = await withTenant(test.db, limited([otherStore]), (tx) =>
      tx.sql.execute<{ n: number }>(sql`select count(*) as n from order_item`),
    );
    expect(items[0]?.n).toBe(1);
    const write = withTenant(test.db, limited([otherStore]), (tx) =>
      tx.sql
        .update(message)
        .set({ dueAt: TEST_NOW })
        .where(eq(message.orderRef, orderRef))
        .returning({ id: message.id }),
    );
    expect(await write).toHaveLength(0);
  });
});

describe("append-only tables", () => {
  it.each(["decision", "audit_entry", "usage_entry", "flow_version", "template_version"])(
    "%s takes no update and no delete",
    async (table) => {
      for (const statement of [
        sql`delete from ${sql.identifier(table)}`,
        sql`update ${sql.identifier(table)} set tenant_id = tenant_id`,
      ]) {
        const attempt = withTenant(test.db, own.access, (tx) => tx.sql.execute(statement));
        await expect(attempt).rejects.toMatchObject({ details: { sqlState: "42501" } });
      }
    },
  );
});

describe("logins", () => {
  it("lets heed_system read the granted columns and no others", async () => {
    const rows = await test.system.sql.select({ id: message.id, state: message.state }).from(message);
    expect(rows).toHaveLength(1);
    await expect(test.system.sql.select({ id: order.id }).from(order)).rejects.toThrow();
    await expect(test.system.sql.select({ ref: message.orderRef }).from(message)).rejects.toThrow();
    await expect(test.system.sql.update(message).set({ held: true })).rejects.toThrow();
  });

  it("lets heed_check read everything and write nothing", async () => {
    const check = openDb(test.urls.DATABASE_CHECK_URL, { max: 1 });
    expect(await check.$count(order)).toBe(3);
    await expect(check.execute(sql`create temporary table t (a int)`)).rejects.toThrow();
    await expect(check.execute(sql`set default_transaction_read_only = off; delete from "order"`)).rejects.toThrow();
    await closeDb(check);
  });

  it("keeps heed_engine out of the product's tables", async () => {
    const engine = openDb(test.urls.DATABASE_ENGINE_URL, { max: 1 });
    await expect(engine.execute(sql`select 1 from public.tenant`)).rejects.toThrow();
    await engine.execute(sql`create table run (id int)`);
    await closeDb(engine);
  });

  it("gives none of them a way around row-level security", async () => {
    const rows = await test.db.execute(
      sql`select rolname from pg_roles where rolname like 'heed\\_%' and rolname <> 'heed_super' and (rolsuper or rolbypassrls or rolcreaterole)`,
    );
    expect(rows).toHaveLength(0);
  });
});

describe("values", () => {
  it("round-trips instants to the microsecond, also in free fragments", async () => {
    const at = Temporal.Instant.from("2026-03-29T00:59:59.123456Z");
    const [row] = await withTenant(test.db, own.access, (tx) =>
      tx.sql
        .update(order)
        .set({ shippedAt: at })
        .where(sql`${order.id} = ${orderRef} and ${order.purchasedAt} < ${TEST_NOW}`)
        .returning({ shippedAt: order.shippedAt }),
    );
    expect(row?.shippedAt?.equals(at)).toBe(true);
  });

  it("keeps values of a statement out of the error that leaves it", async () => {
    const { orderId } = await withTenant(test.db, own.access, async (tx) => {
      const [row] = await tx.sql.select({ orderId: order.orderId }).from(order).where(eq(order.id, orderRef));
      return row ?? { orderId: "" };
    });
    const again = createOrder(test.db, own, { orderId });
    const error = await again.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: "CONFLICT", details: { constraint: "order_natural" } });
    expect(JSON.stringify(error) + String(error) + String((error as AppError).cause)).not.toContain(orderId);
  });

  it.each([
    { state: "53100", message: "The disk of the database is full.", retryable: true },
    { state: "42703", message: 'older than this program (42703): run "heed migrate"', retryable: false },
    { state: "22012", message: "The database refused a statement (22012).", retryable: false },
  ])("says what $state means to the person who reads it", async ({ state, message, retryable }) => {
    const raised = withTenant(test.db, own.access, ({ sql: tx }) =>
      tx.execute(sql.raw(`do $$ begin raise exception 'x' using errcode = '${state}'; end $$`)),
    );
    await expect(raised).rejects.toMatchObject({ message: expect.stringContaining(message), retryable });
  });

  it("gives access of the system all stores of one tenant", () => {
    expect(systemAccess(own.access.tenantId)).toMatchObject({ stores: "all", via: "system", userId: null });
  });
});
