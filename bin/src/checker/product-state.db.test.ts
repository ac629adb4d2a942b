import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createReadyStore, incomingOrder, type ReadyStore } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";
import { orderSteps } from "@heed/db/testing/order-steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge } from "./judge.ts";
import { readProductState } from "./product-state.ts";

let test: TestDatabase;
let store: ReadyStore;
beforeAll(async () => {
  test = await cloneDatabase();
  store = await createReadyStore(test.db);
});
afterAll(() => test.drop());

const { ingest } = orderSteps(() => test.db);
const hours = (n: number) => TEST_NOW.add({ hours: n });

describe("what the checker reads", () => {
  it("expects a message that Amazon's own window moved into the past from when it was moved", async () => {
    const { order } = incomingOrder();
    const imported = {
      ...order,
      source: "orders_report" as const,
      delivery: { earliest: hours(-2 * 24), latest: hours(2 * 24), estimated: true },
    };
    const put = (changed: typeof order, now = TEST_NOW) =>
      ingest(store, [{ order: changed, alias: null, aliasSource: null }], now);
    await put(imported);
    // Two days on, sync brings a window by which the message would have been due long before.
    const synced = { ...order, lastUpdatedAt: hours(40) };
    await put(synced, hours(48));

    const state = await readProductState(test.urls.DATABASE_CHECK_URL);
    const [message] = state.messages.filter(({ orderId }) => orderId === order.orderId);
    expect(message?.dueAt).toBeLessThan(hours(48).epochMilliseconds);
    expect(message?.plannedAt).toBe(hours(48).epochMilliseconds);

    const log = { proactive: [], foreignCalls: 0, notices: 0 };
    const patience = 3_600_000;
    const at = (until: number) => judge({ log, state, until: hours(until).epochMilliseconds, patience }).lost;
    expect(at(49)).toBe(0);
    expect(at(50)).toBe(1);
  });
});
