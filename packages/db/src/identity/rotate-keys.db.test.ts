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
    const columns = sources.flatMap((text) => [...text.matchAll(/: sealed\("(\w+)"\)/g)].map((match) => match[1]));
    // Second factors have a person and no tenant; Amazon changes the secret of the application itself.
    expect(columns.toSorted()).toEqual([...SEALED_PLACES.map(({ column }) => column), "secret", "secret"].toSorted());
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
