import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validSecrets } from "../identity/application-secrets.ts";
import { orderFact } from "../schema/amazon.ts";
import { store } from "../schema/store.ts";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING, US } from "../testing/demo-store.ts";
import { TEST_NOW as NOW } from "../testing/factories.ts";
import { orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { receiveAmazonNotification } from "./receive-amazon-notification.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { within, ingest, messageOf } = orderSteps(() => base.db);
const ports = () => ({ db: base.db, system: base.system, ring: TEST_RING });
const deliver = (body: unknown) => receiveAmazonNotification(ports(), { body: JSON.stringify(body), now: NOW });

interface Change {
  readonly id: string;
  readonly orderId: string;
  readonly status?: string;
  readonly cancel?: boolean;
  readonly minutes?: number;
}

async function changeOf(place: ReadyStore, { id, orderId, status = "Shipped", cancel = false, minutes = 0 }: Change) {
  const [row] = await within(place, (tx) => tx.sql.select().from(store));
  return {
    NotificationType: "ORDER_CHANGE",
    EventTime: NOW.toString(),
    NotificationMetadata: { NotificationId: id },
    Payload: {
      OrderChangeNotification: {
        SellerId: row?.sellerId,
        AmazonOrderId: orderId,
        OrderChangeTrigger: { TimeOfOrderChange: NOW.add({ minutes }).toString() },
        Summary: {
          MarketplaceId: US,
          OrderStatus: status,
          DestinationPostalCode: "48110",
          OrderItems: [{ OrderItemId: "1", IsBuyerRequestedCancel: cancel }],
        },
      },
    },
  };
}

describe("a notification of Amazon", () => {
  it("cancels at once, and a repeat changes nothing", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await ingest(place, [one]);
    const body = await changeOf(place, { id: "a1", orderId: one.order.orderId, status: "Canceled" });
    expect(await deliver(body)).toMatchObject({ ended: "applied" });
    expect(await messageOf(place, one.order.orderId)).toMatchObject({ state: "superseded" });
    expect(await deliver(body)).toMatchObject({ ended: "repeated" });
  });

  it("that comes after a newer one does not turn the order back", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder();
    await ingest(place, [one]);
    const { orderId } = one.order;
    await deliver(await changeOf(place, { id: "b2", orderId, status: "Canceled", minutes: 2 }));
    await deliver(await changeOf(place, { id: "b1", orderId, status: "Shipped", minutes: 1 }));
    expect(await messageOf(place, orderId)).toMatchObject({ state: "superseded" });
  });

  it("about an order that is not known keeps the wish to cancel, and brings sync forward", async () => {
    const place = await createReadyStore(base.db);
    const later = NOW.add({ hours: 2 });
    await within(place, (tx) => tx.sql.update(store).set({ nextSyncAt: later }).where(eq(store.id, place.storeId)));
    const one = incomingOrder();
    await deliver(await changeOf(place, { id: "c1", orderId: one.order.orderId, cancel: true, status: "Unshipped" }));
    const [row] = await within(place, (tx) => tx.sql.select().from(store));
    expect(row?.nextSyncAt?.toString()).toBe(NOW.add({ minutes: 3 }).toString());
    const waiting = await within(place, (tx) => tx.sql.select().from(orderFact));
    expect(waiting.map(({ orderId }) => orderId)).toEqual([one.order.orderId]);
    expect(JSON.stringify(waiting)).not.toContain("48110");
    expect(await ingest(place, [one])).toMatchObject({ inserted: 1, planned: 0 });
  });

  it("of somebody else's seller, of another type, or no notification at all, does nothing", async () => {
    const place = await createReadyStore(base.db);
    const foreign = await changeOf(place, { id: "d1", orderId: "111-1111111-1111111" });
    foreign.Payload.OrderChangeNotification.SellerId = "A0NOBODY";
    expect(await deliver(foreign)).toMatchObject({ ended: "unknown seller" });
    const other = { NotificationType: "FEED_PROCESSING_FINISHED", NotificationMetadata: { NotificationId: "d2" } };
    expect(await deliver(other)).toEqual({ ended: "ignored", detail: "FEED_PROCESSING_FINISHED" });
    expect(await deliver("<html>")).toMatchObject({ ended: "malformed" });
  });
});

describe("a new client secret", () => {
  const body = (secret: string, until: string) => ({
    notificationType: "APPLICATION_OAUTH_CLIENT_NEW_SECRET",
    notificationMetadata: { notificationId: secret },
    payload: {
      applicationOAuthClientNewSecret: { clientId: "c1", newClientSecret: secret, oldClientSecretExpiryTime: until },
    },
  });

  it("goes first; the one before stays valid until Amazon ends it", async () => {
    await deliver(body("s1", "2000-01-01T00:00:00Z"));
    await deliver(body("s2", "2200-01-01T00:00:00Z"));
    await deliver(body("s2", "2200-01-01T00:00:00Z"));
    expect(await validSecrets(ports(), "c1")).toEqual(["s2", "s1"]);
    await deliver(body("s3", "2000-01-01T00:00:00Z"));
    expect(await validSecrets(ports(), "c1")).toEqual(["s3", "s1"]);
    expect(await validSecrets(ports(), "c2")).toEqual([]);
  });
});
