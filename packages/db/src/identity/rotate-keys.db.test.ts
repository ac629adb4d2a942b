import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEALED_PLACES } from "../commands/reseal.ts";
import { order } from "../schema/order.ts";
import { type KeyRing, open, parseKeyRing, seal } from "../seal.ts";
import { withTenant } from "../tenant-db.ts";
import { TEST_RING } from "../testing/demo-store.ts";
import { createMember, createOrder, createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { codeFor, sessionIdOf } from "../testing/second-factor.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { keepSecret, validSecrets } from "./application-secrets.ts";
import { OWN_PLACES } from "./reseal-identity.ts";
import { type Rotated, rotateKeys } from "./rotate-keys.ts";
import { confirmTotp, startTotp, takeTotp } from "./second-factor.ts";
import { createSessionFor } from "./sign-in-link.ts";

const base64 = (fill: number) => Buffer.alloc(32, fill).toString("base64");
const ring = (keys: Record<string, number>): KeyRing =>
  parseKeyRing(
    JSON.stringify({
      active: "k2",
      keys: Object.fromEntries(Object.entries(keys).map(([id, fill]) => [id, base64(fill)])),
    }),
  );
const BOTH = ring({ k1: 7, k2: 9 });
const NEW_ALONE = ring({ k2: 9 });

let test: TestDatabase;

beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

async function rotate(): Promise<Rotated[]> {
  const done: Rotated[] = [];
  for await (const line of rotateKeys({ db: test.db, system: test.system, ring: BOTH })) done.push(line);
  return done;
}

describe("changing the key", () => {
  it("knows every sealed column of the schema", () => {
    const folder = join(import.meta.dirname, "../schema");
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const columns = sources.flatMap((text) =>
      text.split(/pgTable\(\s*"/).flatMap((part) => {
        const table = part.slice(0, part.indexOf('"'));
        return [...part.matchAll(/: sealed\("(\w+)"\)/g)].map((match) => `${table}.${match[1]}`);
      }),
    );
    const known = [...SEALED_PLACES, ...OWN_PLACES].map(({ table, column }) => `${table}.${column}`);
    expect(columns.length).toBeGreaterThan(7);
    expect(columns.toSorted()).toEqual(known.toSorted());
  });

  it("seals old values again while they are in use, so that the old key can go", async () => {
    const { access } = await createTenant(test.db);
    const storeId = await createStore(test.db, access);
    const aliases = new Map<string, string>();
    for (let n = 0; n < 250; n += 1) {
      const id = await createOrder(test.db, { access, storeId });
      const alias = `a${n}@marketplace.amazon.com`;
      const context = { table: "order", column: "alias", tenantId: access.tenantId, rowId: id };
      const sealed = seal(TEST_RING, context, alias);
      await withTenant(test.db, access, (tx) => tx.sql.update(order).set({ alias: sealed }).where(eq(order.id, id)));
      aliases.set(id, alias);
    }
    expect(await rotate()).toContainEqual({ of: access.tenantId, resealed: 250, left: 0 });
    const rows = await withTenant(test.db, access, (tx) =>
      tx.sql.select({ id: order.id, alias: order.alias }).from(order),
    );
    for (const { id, alias } of rows) {
      const context = { table: "order", column: "alias", tenantId: access.tenantId, rowId: id };
      expect(open(NEW_ALONE, context, alias ?? "")).toBe(aliases.get(id));
    }
    expect((await rotate()).filter(({ resealed }) => resealed > 0)).toEqual([]);
  });

  it("leaves a row that somebody holds, says so, and takes it the next time", async () => {
    const { access } = await createTenant(test.db);
    const storeId = await createStore(test.db, access);
    const id = await createOrder(test.db, { access, storeId });
    const context = { table: "order", column: "alias", tenantId: access.tenantId, rowId: id };
    const sealed = seal(TEST_RING, context, "held@marketplace.amazon.com");
    await withTenant(test.db, access, (tx) => tx.sql.update(order).set({ alias: sealed }).where(eq(order.id, id)));
    await withTenant(test.db, access, async (tx) => {
      await tx.sql.select({ id: order.id }).from(order).where(eq(order.id, id)).for("update");
      expect(await rotate()).toContainEqual({ of: access.tenantId, resealed: 0, left: 1 });
    });
    expect(await rotate()).toContainEqual({ of: access.tenantId, resealed: 1, left: 0 });
  });

  it("keeps working what is read and sealed meanwhile", async () => {
    const { access } = await createTenant(test.db);
    const storeId = await createStore(test.db, access);
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await createOrder(test.db, { access, storeId }));
    const contextOf = (id: string) => ({ table: "order", column: "alias", tenantId: access.tenantId, rowId: id });
    const write = (id: string, by: KeyRing) =>
      withTenant(test.db, access, (tx) =>
        tx.sql
          .update(order)
          .set({ alias: seal(by, contextOf(id), `${id}@marketplace.amazon.com`) })
          .where(eq(order.id, id)),
      );
    for (const id of ids) await write(id, TEST_RING);
    // A process that was restarted already seals with the new key, one that was not with the old one.
    const writing = Promise.all(ids.map((id, n) => write(id, n % 2 === 0 ? BOTH : TEST_RING)));
    await Promise.all([rotate(), writing]);
    await rotate();
    const rows = await withTenant(test.db, access, (tx) =>
      tx.sql.select({ id: order.id, alias: order.alias }).from(order),
    );
    expect(rows).toHaveLength(30);
    for (const { id, alias } of rows) {
      expect(open(NEW_ALONE, contextOf(id), alias ?? "")).toBe(`${id}@marketplace.amazon.com`);
    }
  });

  it("keeps the secrets that Amazon gave our application", async () => {
    const secret = { clientId: "amzn1.application-oa2-client.x", secret: "amzn1.oa2-cs.v1.secret", oldExpiresAt: null };
    await keepSecret({ system: test.system, ring: TEST_RING }, secret);
    expect(await rotate()).toContainEqual({ of: "application", resealed: 1, left: 0 });
    expect(await validSecrets({ system: test.system, ring: NEW_ALONE }, secret.clientId)).toEqual([secret.secret]);
  });

  it("keeps second factors working", async () => {
    const { access } = await createTenant(test.db);
    const userId = await createMember(test.db, access);
    const { token } = await createSessionFor(test.db, { userId, expires: TEST_NOW.add({ hours: 1 }) });
    const person = { userId, sessionId: await sessionIdOf(test.db, token), email: "a@example.com", now: TEST_NOW };
    const { id, secret } = await startTotp(test.db, TEST_RING, person);
    await confirmTotp(test.db, TEST_RING, { ...person, id, code: codeFor(secret, TEST_NOW) });
    expect(await rotate()).toContainEqual({ of: "accounts", resealed: 1, left: 0 });
    const later = TEST_NOW.add({ hours: 1 });
    expect(await takeTotp(test.db, NEW_ALONE, { userId, code: codeFor(secret, later), now: later })).toBe(true);
  });
});
