import { afterAll, beforeAll, expect, it } from "vitest";
import { ordersById } from "../queries/orders-by-id.ts";
import { withTenant } from "../tenant-db.ts";
import { createReadyStore, incomingOrder, TEST_RING } from "../testing/demo-store.ts";
import { TEST_NOW as now } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { ingestOrders } from "./ingest-orders.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const HOSTILE = [
  "a\0b",
  "half \ud83d of one",
  '"quoted" \\u0000 \\ and \\ud83d as words',
  "'; drop table message; --",
  "🙂 ¼ \u2028",
];

it("rows keep whatever their texts hold; what no text of Postgres may hold is replaced", async () => {
  const { access, storeId } = await createReadyStore(base.db);
  const incoming = HOSTILE.map((text) => {
    const one = incomingOrder({ serviceLevel: text, programs: [text] });
    const items = one.order.items.map((item) => ({ ...item, title: text }));
    return { ...one, order: { ...one.order, items } };
  });
  const orderIds = incoming.map(({ order }) => order.orderId);
  await withTenant(base.db, access, (tx) => ingestOrders(tx, { storeId, incoming, ring: TEST_RING, now }));
  const stored = await withTenant(base.db, access, (tx) => ordersById(tx, { storeId, orderIds }));
  const kept = orderIds.map((id) => {
    const { serviceLevel, programs, items } = stored.get(id) ?? {};
    return [serviceLevel, programs?.[0], items?.[0]?.title];
  });
  const expected = ["a\ufffdb", "half \ufffd of one", ...HOSTILE.slice(2)];
  expect(kept).toEqual(expected.map((text) => [text, text, text]));
});
