import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { afterAll, beforeAll, expect, it } from "vitest";
import { backtestOrders } from "../queries/backtest-orders.ts";
import { flowTrial } from "../queries/flow-trial.ts";
import { doNotContact } from "../schema/connect.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createOrder, createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { askBacktest, getBacktest, lastBacktest, saveResult } from "./backtest-job.ts";
import { runBacktest } from "./run-backtest.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const [request] = REVIEW_REQUEST_FLOW.steps;
const tried = {
  ...REVIEW_REQUEST_FLOW,
  steps: request === undefined ? [] : [{ ...request, lanePreference: "solicitation" as const, templateKey: null }],
};

async function scene(ownDailyCap: number | null = null) {
  const { access } = await createTenant(test.db);
  const storeId = await createStore(test.db, access, { ownDailyCap });
  const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
  const order = (orderId: string, buyer: number) => {
    const [from, to] = [NOW.subtract({ hours: 24 * 30 }), NOW.subtract({ hours: 24 * 25 })];
    const values = { orderId, purchasedAt: from, shippedAt: from, deliveryEarliest: to, deliveryLatest: to };
    return createOrder(
      test.db,
      { access, storeId },
      { ...values, buyerKey: new Uint8Array(32).fill(buyer), buyerKeyId: "k1" },
    );
  };
  return { act, storeId, order };
}

it("knows the seller's own list: the orders on it, and the other orders of the same buyers", async () => {
  const { act, storeId, order } = await scene();
  await order("111-0000001-0000000", 1);
  await order("111-0000002-0000000", 1);
  await order("111-0000003-0000000", 2);
  const listed = { storeId, orderId: "111-0000001-0000000", at: NOW.subtract({ hours: 24 * 80 }) };
  await act((tx) => tx.sql.insert(doNotContact).values({ tenantId: tx.tenantId, ...listed }));
  const result = await act((tx) => runBacktest(tx, { storeIds: [storeId], tried, days: 90, now: NOW }));
  expect(result).toMatchObject({ orders: 3, sent: 1, refusals: [{ rule: "alias_suppressed", count: 2 }] });
});

it("works with the store's own daily cap", async () => {
  const { act, storeId } = await scene(7);
  expect((await act((tx) => flowTrial(tx, { storeId, tried, now: NOW }))).cap).toEqual({ own: 7, base: 400 });
});

it("reads every order of its span once", async () => {
  const { act, storeId, order } = await scene();
  const ids = ["111-0000001-0000000", "111-0000002-0000000", "111-0000003-0000000"];
  for (const [buyer, id] of ids.entries()) await order(id, buyer);
  const span = { storeId, from: NOW.subtract({ hours: 24 * 90 }), until: NOW };
  const page = await act((tx) => backtestOrders(tx, span, null));
  expect(page.orders.map((given) => given.order.orderId).toSorted()).toEqual(ids);
  expect(page.after).toBeNull();
});

it("a long one is found again by whoever left, of its flow and place, with what is to be expected", async () => {
  const { act, storeId, order } = await scene();
  await order("111-0000001-0000000", 1);
  const at = { storeId, flowKey: tried.flowKey, now: NOW };
  expect(await act((tx) => lastBacktest(tx, at))).toBeNull();
  await act((tx) => askBacktest(tx, { storeId, definition: tried, days: 30, now: NOW }));
  const id = await act((tx) => askBacktest(tx, { storeId, definition: tried, days: 90, now: NOW.add({ minutes: 1 }) }));
  expect(await act((tx) => lastBacktest(tx, at))).toMatchObject({ id, definition: { flowKey: tried.flowKey } });
  expect(await act((tx) => lastBacktest(tx, { ...at, storeId: "all" }))).toBeNull();
  expect(await act((tx) => lastBacktest(tx, { ...at, now: NOW.add({ hours: 48 }) }))).toBeNull();
  expect(await act((tx) => getBacktest(tx, id))).toMatchObject({ result: null, expected: null, failed: false });
  const result = await act((tx) => runBacktest(tx, { storeIds: [storeId], tried, days: 90, now: NOW }));
  await act((tx) => saveResult(tx, { id, result, now: NOW }));
  expect(await act((tx) => getBacktest(tx, id))).toMatchObject({ result: { sent: 1 }, expected: { emails: 0 } });
});
