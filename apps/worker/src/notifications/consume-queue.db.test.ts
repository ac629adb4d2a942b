import { realClock, Temporal } from "@heed/core/time";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { ordersById } from "@heed/db/queries/orders-by-id";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase } from "@heed/db/testing";
import { createReadyStore, incomingOrder, TEST_RING, US } from "@heed/db/testing/demo-store";
import { startTestSandbox } from "@heed/sandbox/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLogger } from "../logger.ts";
import type { Worker } from "../worker.ts";
import { consumeQueue } from "./consume-queue.ts";

async function place() {
  const base = await cloneDatabase();
  const sandbox = await startTestSandbox({ clock: "real" });
  onTestFinished(async () => {
    await sandbox.stop();
    await base.drop();
  });
  const store = await createReadyStore(base.db);
  const one = incomingOrder();
  const now = Temporal.Now.instant();
  const page = { storeId: store.storeId, incoming: [one], ring: TEST_RING, now };
  await withTenant(base.db, store.access, (tx) => ingestOrders(tx, page));
  return { base, sandbox, store, orderId: one.order.orderId };
}

async function send(sqsUrl: string, body: string): Promise<void> {
  await fetch(sqsUrl, {
    method: "POST",
    headers: { "x-amz-target": "AmazonSQS.SendMessage", "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ QueueUrl: `${sqsUrl}/0/heed`, MessageBody: body }),
  });
}

it("brings what the queue holds through the SDK, ends what is done, and stops when told", async () => {
  const { base, sandbox, store, orderId } = await place();
  const { sqsUrl } = sandbox.running;
  const { sellerId } = await withTenant(base.db, store.access, (tx) =>
    loadStoreWork(tx, { storeId: store.storeId, ring: TEST_RING }),
  );
  const change = {
    NotificationType: "ORDER_CHANGE",
    EventTime: "2026-11-24T10:00:00Z",
    NotificationMetadata: { NotificationId: "q1" },
    Payload: {
      OrderChangeNotification: {
        SellerId: sellerId,
        AmazonOrderId: orderId,
        Summary: { MarketplaceId: US, OrderStatus: "Canceled", DestinationPostalCode: "48110" },
      },
    },
  };
  await send(sqsUrl, "not a notification");
  for (let repeat = 0; repeat < 3; repeat += 1) await send(sqsUrl, JSON.stringify(change));
  const worker = {
    ...{ db: base.db, system: base.system, ring: TEST_RING, clock: realClock() },
    ...{ log: createLogger("silent"), wakeRelay: () => undefined },
  } as Worker;
  const consumer = consumeQueue(worker, { queueUrl: `${sqsUrl}/0/heed`, endpoint: sqsUrl });
  await vi.waitFor(() => expect(sandbox.log().filter(({ kind }) => kind === "queue.deleted")).toHaveLength(4), {
    timeout: 20_000,
  });
  await consumer.stop();
  const orders = await withTenant(base.db, store.access, (tx) =>
    ordersById(tx, { storeId: store.storeId, orderIds: [orderId] }),
  );
  expect(orders.get(orderId)?.status).toBe("CANCELLED");
});
