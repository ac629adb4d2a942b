import { isCancelRequested } from "@heed/core/order/cancel-request";
import type { IncomingOrder } from "@heed/core/order/order";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSendWork } from "../queries/send-work.ts";
import { orderFact } from "../schema/amazon.ts";
import { outbox } from "../schema/work.ts";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING } from "../testing/demo-store.ts";
import { TEST_NOW as NOW } from "../testing/factories.ts";
import { orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { dispatchDue } from "./dispatch-due.ts";
import { noteOrderFacts } from "./order-facts.ts";
import type { OrderFact } from "./waiting-facts.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { within, ingest, messageOf } = orderSteps(() => base.db);

const note = (place: ReadyStore, facts: readonly OrderFact[]) =>
  within(place, (tx) => noteOrderFacts(tx, { storeId: place.storeId, facts, ring: TEST_RING, now: NOW }));

async function storedOrder(place: ReadyStore, { order: { orderId } }: IncomingOrder) {
  const message = await messageOf(place, orderId);
  return within(place, async (tx) => (await loadSendWork(tx, { messageId: message?.id ?? "", now: NOW }))?.facts.order);
}

describe("what became of an order", () => {
  it("is written once, in whatever order it comes", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await ingest(place, [one]);
    const { orderId } = one.order;
    const early = NOW.subtract({ hours: 5 });
    expect(await note(place, [{ orderId, returnedAt: NOW, feedbackRating: 3 }])).toEqual({ changed: 1, unknown: 0 });
    expect(await note(place, [{ orderId, returnedAt: early, feedbackRating: 1 }])).toEqual({ changed: 1, unknown: 0 });
    expect(await note(place, [{ orderId, returnedAt: NOW, feedbackRating: 3 }])).toEqual({ changed: 0, unknown: 0 });
    const order = await storedOrder(place, one);
    expect(order?.aftermath.feedbackRating).toBe(1);
    expect(order?.aftermath.returnedAt?.toString()).toBe(early.toString());
  });

  it("waits for an order that comes later", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    const { orderId } = one.order;
    expect(await note(place, [{ orderId, refundedAt: NOW }])).toEqual({ changed: 0, unknown: 1 });
    expect(await note(place, [{ orderId, feedbackRating: 2 }])).toEqual({ changed: 0, unknown: 1 });
    await ingest(place, [one]);
    expect((await storedOrder(place, one))?.aftermath).toMatchObject({ refundedAt: NOW, feedbackRating: 2 });
    expect(await within(place, (tx) => tx.sql.select().from(orderFact))).toEqual([]);
  });

  it("survives every later sync of the order", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await ingest(place, [one]);
    await note(place, [{ orderId: one.order.orderId, returnedAt: NOW }]);
    await ingest(place, [{ ...one, order: { ...one.order, totalMinor: 1, lastUpdatedAt: NOW } }]);
    expect((await storedOrder(place, one))?.aftermath.returnedAt).not.toBeNull();
  });
});

describe("a buyer who asks to cancel", () => {
  it("stops what is planned at once, and the run that sleeps for it", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await ingest(place, [one]);
    await dispatchDue(base.db, base.system, { now: NOW, perTenant: 100, limit: 1000 });
    await note(place, [{ orderId: one.order.orderId, cancelRequestedAt: NOW }]);
    expect(await messageOf(place, one.order.orderId)).toMatchObject({ state: "superseded", final: false });
    const names = await within(place, (tx) => tx.sql.select({ name: outbox.name }).from(outbox));
    expect(names.map(({ name }) => name)).toContain("message/cancelled");
    const order = await storedOrder(place, one);
    expect(order !== undefined && isCancelRequested(order)).toBe(true);
  });

  it("is heard before the order is known", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await note(place, [{ orderId: one.order.orderId, cancelRequestedAt: NOW }]);
    expect(await ingest(place, [one])).toMatchObject({ inserted: 1, planned: 0 });
  });

  it("and a cancelled status that is news counts, an old one does not", async () => {
    const place = await createReadyStore(base.db);
    const [one, two] = [incomingOrder(), incomingOrder()];
    await ingest(place, [one, two]);
    await note(place, [
      { orderId: one.order.orderId, statusNews: { value: "CANCELLED", at: NOW } },
      { orderId: two.order.orderId, statusNews: { value: "UNSHIPPED", at: NOW.subtract({ hours: 1000 }) } },
    ]);
    expect(await messageOf(place, one.order.orderId)).toMatchObject({ state: "superseded" });
    expect(await messageOf(place, two.order.orderId)).toMatchObject({ state: "planned" });
  });
});
