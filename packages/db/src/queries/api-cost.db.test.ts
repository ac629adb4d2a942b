import { afterAll, beforeAll, expect, it } from "vitest";
import { countCall } from "../commands/count-call.ts";
import { storeDay } from "../schema/message.ts";
import { withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { apiCost } from "./api-cost.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

it("counts calls by operation and per order, for one store and for all", async () => {
  const { access } = await createTenant(base.db);
  const [one, two] = [await createStore(base.db, access), await createStore(base.db, access)];
  const span = { now: NOW, days: 30 };
  await withTenant(base.db, access, async (tx) => {
    const call = { at: NOW, throttled: false };
    for (let index = 0; index < 3; index += 1)
      await countCall(tx, { ...call, storeId: one, operation: "searchOrders" });
    await countCall(tx, { ...call, storeId: one, operation: "createReport", throttled: true });
    await countCall(tx, { ...call, storeId: two, operation: "searchOrders" });
    await countCall(tx, { ...call, storeId: one, operation: "searchOrders", at: NOW.subtract({ hours: 40 * 24 }) });
    const day = { marketplaceId: "ATVPDKIKX0DER", day: "2026-11-20", lane: "none", outcome: "orders" };
    await tx.sql.insert(storeDay).values({ ...day, tenantId: tx.tenantId, storeId: one, count: 8 });
    expect(await apiCost(tx, { ...span, storeId: one })).toEqual({
      ...{ days: 30, orders: 8, calls: 4, throttled: 1, callsPerOrder: 0.5 },
      operations: [
        { operation: "searchOrders", calls: 3, throttled: 0 },
        { operation: "createReport", calls: 1, throttled: 1 },
      ],
    });
    expect(await apiCost(tx, { ...span, storeId: "all" })).toMatchObject({ orders: 8, calls: 5 });
    expect(await apiCost(tx, { ...span, storeId: two })).toMatchObject({ orders: 0, callsPerOrder: null });
  });
});
