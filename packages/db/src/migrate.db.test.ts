import { randomBytes } from "node:crypto";
import { MESSAGE_STATES } from "@heed/core/message/message";
import { canMove } from "@heed/core/message/state";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, type Db, openDb } from "./client.ts";
import { migrate } from "./migrate.ts";
import { withDatabase } from "./roles.ts";
import * as amazon from "./schema/amazon.ts";
import * as billing from "./schema/billing.ts";
import * as brake from "./schema/brake.ts";
import * as connect from "./schema/connect.ts";
import * as emailCount from "./schema/email-count.ts";
import * as flow from "./schema/flow.ts";
import * as identity from "./schema/identity.ts";
import * as message from "./schema/message.ts";
import * as notice from "./schema/notice.ts";
import * as order from "./schema/order.ts";
import * as sender from "./schema/sender.ts";
import * as store from "./schema/store.ts";
import * as tenant from "./schema/tenant.ts";
import * as typed from "./schema/typed.ts";
import * as work from "./schema/work.ts";
import { type Access, withTenant } from "./tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant } from "./testing/factories.ts";
import { cloneDatabase, clusterUrl, type TestDatabase } from "./testing.ts";

const schema = {
  ...amazon,
  ...billing,
  ...brake,
  ...connect,
  ...emailCount,
  ...flow,
  ...identity,
  ...message,
  ...notice,
  ...order,
  ...sender,
  ...store,
  ...tenant,
  ...typed,
  ...work,
};

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

/** Tables, columns, keys and indexes as Postgres prints them. */
async function catalogue(db: Db): Promise<string[]> {
  const rows = await db.execute<{ line: string }>(sql`
    select format('%s.%s %s null=%s default=%s generated=%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('%s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace and conname <> 'message_state_known'
    order by 1`);
  return rows.map(({ line }) => line);
}

describe("migrations", () => {
  it("build from empty exactly what the schema says", async () => {
    const superUrl = await clusterUrl();
    const name = `t_${randomBytes(6).toString("hex")}`;
    const admin = openDb(superUrl, { max: 1 });
    await admin.execute(sql.raw(`create database ${name}`));
    const wanted = openDb(withDatabase(superUrl, name), { max: 1 });
    const migrated = openDb(withDatabase(superUrl, new URL(test.urls.DATABASE_URL).pathname.slice(1)), { max: 1 });
    const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
    for (const statement of statements) await wanted.execute(sql.raw(statement));
    const [actual, expected] = [await catalogue(migrated), await catalogue(wanted)];
    expect(expected.length).toBeGreaterThan(200);
    expect(actual).toEqual(expected);
    await Promise.all([closeDb(wanted), closeDb(migrated)]);
    await admin.execute(sql.raw(`drop database ${name}`));
    await closeDb(admin);
  });

  it("run twice without changing anything, also at the same time", async () => {
    const before = await catalogue(test.db);
    await Promise.all([
      migrate({ ownerUrl: test.urls.DATABASE_MIGRATE_URL }),
      migrate({ ownerUrl: test.urls.DATABASE_MIGRATE_URL }),
    ]);
    expect(await catalogue(test.db)).toEqual(before);
  });
});

describe("the states of a message", () => {
  const pairs = MESSAGE_STATES.flatMap((from) => MESSAGE_STATES.map((to) => ({ from, to })));
  let place: { access: Access; storeId: string };
  beforeAll(async () => {
    const { access } = await createTenant(test.db);
    place = { access, storeId: await createStore(test.db, access) };
  });

  it("let the database allow what the table of core allows, and nothing else: all pairs", async () => {
    const orderRef = await createOrder(test.db, place);
    const allowed: string[] = [];
    for (const { from, to } of pairs.filter((pair) => pair.from !== pair.to)) {
      const id = await createMessage(test.db, { ...place, orderRef }, { state: from, slot: `typed:${from}:${to}` });
      const move = withTenant(test.db, place.access, (tx) =>
        tx.sql
          .update(message.message)
          .set({ state: to })
          .where(eq(message.message.id, id))
          .returning({ id: message.message.id }),
      );
      const moved = await move.then(
        (rows) => rows.length === 1,
        (error: unknown) => {
          expect(error).toMatchObject({ details: { sqlState: "23514", constraint: "message_state" } });
          return false;
        },
      );
      if (moved) allowed.push(`${from} → ${to}`);
    }
    expect(allowed).toEqual(pairs.filter(({ from, to }) => canMove(from, to)).map(({ from, to }) => `${from} → ${to}`));
  });

  it("refuses a state that is none", async () => {
    const orderRef = await createOrder(test.db, place);
    const id = await createMessage(test.db, { ...place, orderRef });
    const change = withTenant(test.db, place.access, (tx) =>
      tx.sql.execute(sql`update message set state = 'x' where id = ${id}`),
    );
    await expect(change).rejects.toMatchObject({ details: { sqlState: "23514" } });
  });

  it("lets one living message take a slot", async () => {
    const orderRef = await createOrder(test.db, place);
    await createMessage(test.db, { ...place, orderRef }, { state: "failed" });
    await createMessage(test.db, { ...place, orderRef });
    const second = createMessage(test.db, { ...place, orderRef });
    await expect(second).rejects.toMatchObject({ code: "CONFLICT", details: { constraint: "message_slot" } });
  });
});
