import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { parseAmazonNotification } from "./order-notification.ts";

const SCHEMAS = fileURLToPath(new URL("../../../../../shared/spec/amazon/notification-schemas/", import.meta.url));
const sharedMissing = !existsSync(SCHEMAS);

interface Changes {
  readonly summary?: Record<string, unknown>;
  readonly trigger?: Record<string, unknown>;
  readonly order?: Record<string, unknown>;
}

function orderChange({ summary, trigger, order }: Changes = {}) {
  return {
    NotificationType: "ORDER_CHANGE",
    EventTime: "2026-11-24T10:00:01Z",
    Payload: {
      OrderChangeNotification: {
        SellerId: "A3SELLER",
        AmazonOrderId: "302-1234567-7654321",
        OrderChangeType: "OrderStatusChange",
        OrderChangeTrigger: { TimeOfOrderChange: "2026-11-24T10:00:00Z", ...trigger },
        Summary: {
          MarketplaceId: "A1PA6795UKMFR9",
          OrderStatus: "Canceled",
          DestinationPostalCode: "48110",
          OrderItems: [{ OrderItemId: "1", IsBuyerRequestedCancel: false }],
          ...summary,
        },
        ...order,
      },
    },
    NotificationMetadata: { NotificationId: "n-1" },
  };
}

const parse = (value: unknown) => parseAmazonNotification(JSON.stringify(value));

describe("a change of an order", () => {
  it("is read without the postal code", () => {
    const read = parse(orderChange());
    expect(read).toMatchObject({
      kind: "order_change",
      id: "n-1",
      change: { sellerId: "A3SELLER", orderId: "302-1234567-7654321", status: "CANCELLED", cancelRequested: false },
    });
    expect(JSON.stringify(read)).not.toContain("48110");
  });

  it("is read from an event of EventBridge as well", () => {
    const event = {
      version: "0",
      id: "e",
      "detail-type": "ORDER_CHANGE",
      source: "aws.partner/x",
      detail: orderChange(),
    };
    expect(parse(event)).toEqual(parse(orderChange()));
  });

  it("tells that a buyer wants to cancel", () => {
    const summary = { OrderStatus: "Unshipped", OrderItems: [{}, { IsBuyerRequestedCancel: true }] };
    expect(parse(orderChange({ summary }))).toMatchObject({ change: { status: "UNSHIPPED", cancelRequested: true } });
  });

  it("takes the event's time where the change's is not told, and no status that nobody knows", () => {
    const read = parse(orderChange({ trigger: { TimeOfOrderChange: null }, summary: { OrderStatus: "Beamed" } }));
    expect(read).toMatchObject({ change: { status: null } });
    expect(read.kind === "order_change" && read.change.at.toString()).toBe("2026-11-24T10:00:01Z");
  });
});

test("a new client secret comes the same way", () => {
  const payload = {
    applicationOAuthClientNewSecret: {
      clientId: "amzn1.client",
      newClientSecret: "amzn1.oa2-cs.v1.new",
      newClientSecretExpiryTime: "2027-05-01T00:00:00Z",
      oldClientSecretExpiryTime: "2026-12-01T00:00:00Z",
    },
  };
  const notificationMetadata = { notificationId: "n-2" };
  expect(
    parse({ notificationType: "APPLICATION_OAUTH_CLIENT_NEW_SECRET", payload, notificationMetadata }),
  ).toMatchObject({
    kind: "new_secret",
    id: "n-2",
    secret: { clientId: "amzn1.client", secret: "amzn1.oa2-cs.v1.new" },
  });
});

test.each([
  "",
  "null",
  "[]",
  '{"NotificationType":"ORDER_CHANGE"}',
  "<html><body>busy</body></html>",
  '{"NotificationType":"ORDER_CHANGE","NotificationMetadata":{"NotificationId":"x"},"Payload":{}}',
  JSON.stringify(orderChange({ order: { AmazonOrderId: "'; drop table" } })),
  "[".repeat(5000),
])("%s is malformed", (body) => {
  expect(parseAmazonNotification(body).kind).toBe("malformed");
});

test.skipIf(sharedMissing)("every published example is taken in (shared-missing)", () => {
  const files = sharedMissing ? [] : readdirSync(SCHEMAS);
  const kinds = files.flatMap((file) => {
    const schema = JSON.parse(readFileSync(SCHEMAS + file, "utf8")) as { examples?: unknown[] };
    return (schema.examples ?? []).map((example) => parse(example).kind);
  });
  expect(kinds.filter((kind) => kind === "order_change")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "ignored")).toHaveLength(kinds.length - 1);
  expect(files).toHaveLength(8);
});
