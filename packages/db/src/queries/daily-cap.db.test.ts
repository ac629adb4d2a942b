import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeDay } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { capTurn, dailyCapOf } from "./daily-cap.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

async function aStore() {
  const { access } = await createTenant(base.db);
  const storeId = await createStore(base.db, access);
  const within = <T>(fn: (tx: TenantDb) => Promise<T>) => withTenant(base.db, access, fn);
  const email = async (values: Parameters<typeof createMessage>[2] = {}) => {
    const orderRef = await createOrder(base.db, { access, storeId });
    return createMessage(base.db, { access, storeId, orderRef }, { lane: "email", ...values });
  };
  return { storeId, within, email };
}

describe("the daily cap of a store", () => {
  it("follows its orders of the last seven days, until the store says otherwise", async () => {
    const { storeId, within } = await aStore();
    const row = { storeId, marketplaceId: "ATVPDKIKX0DER", lane: "none", outcome: "orders" };
    await within((tx) =>
      tx.sql.insert(storeDay).values([
        { ...row, tenantId: tx.tenantId, day: "2026-11-22", count: 100 },
        { ...row, tenantId: tx.tenantId, day: "2026-11-10", count: 9999 },
      ]),
    );
    expect(await within((tx) => dailyCapOf(tx, { storeId, now: NOW }))).toBe(457);
    await within((tx) => tx.sql.update(store).set({ ownDailyCap: 3 }).where(eq(store.id, storeId)));
    expect(await within((tx) => dailyCapOf(tx, { storeId, now: NOW }))).toBe(3);
  });

  it("while full gives its places in the order in which messages were planned", async () => {
    const { storeId, within, email } = await aStore();
    await within((tx) => tx.sql.update(store).set({ ownDailyCap: 2 }).where(eq(store.id, storeId)));
    for (const hours of [10, 4]) await email({ state: "sent", sentAt: NOW.subtract({ hours }) });
    const [first, second, third] = [await email(), await email(), await email()];
    const turn = (messageId: string) => within((tx) => capTurn(tx, { storeId, messageId, cap: 2, now: NOW }));
    expect((await turn(first))?.toString()).toBe(NOW.add({ hours: 14 }).toString());
    expect((await turn(second))?.toString()).toBe(NOW.add({ hours: 20 }).toString());
    // Beyond the places that free within a day everybody looks again with the last of them.
    expect((await turn(third))?.toString()).toBe(NOW.add({ hours: 20 }).toString());
  });
});
