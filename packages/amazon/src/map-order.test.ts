import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import { describe, expect, test } from "vitest";
import { mapOrder } from "./map-order.ts";

const item = { orderItemId: "1", quantityOrdered: 2, product: { asin: "B000000001", title: "Cup", sellerSku: "CUP" } };

function raw(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    orderId: "302-1234567-7654321",
    createdTime: "2026-06-20T10:00:00Z",
    lastUpdatedTime: "2026-06-21T10:00:00Z",
    salesChannel: { channelName: "AMAZON", marketplaceId: "A1PA6795UKMFR9" },
    fulfillment: { fulfillmentStatus: "SHIPPED", fulfilledBy: "MERCHANT" },
    orderItems: [item],
    ...changes,
  };
}

function mapped(changes: Record<string, unknown> = {}) {
  const result = mapOrder(raw(changes));
  if (result.kind !== "order") throw new Error(result.unreadable.reason);
  return result.incoming;
}

describe("an order of searchOrders", () => {
  test("is read with what Amazon told, and null for what it did not", () => {
    expect(mapped()).toMatchObject({
      alias: null,
      aliasSource: null,
      order: {
        channel: "amazon",
        fulfilledBy: "merchant",
        shippedAt: null,
        delivery: null,
        programs: [],
        replacement: false,
        currency: null,
        totalMinor: null,
        serviceLevel: null,
        source: "sync",
        aftermath: NO_AFTERMATH,
        items: [{ orderItemId: "1", quantity: 2, quantityShipped: 0, priceMinor: null, customized: false }],
      },
    });
  });

  test("has Amazon's own delivery window, with or without an end", () => {
    const earliestDateTime = "2026-06-25T07:00:00Z";
    const window = (deliverByWindow: unknown) =>
      mapped({ fulfillment: { fulfillmentStatus: "SHIPPED", deliverByWindow } }).order.delivery;
    expect(window({ earliestDateTime, latestDateTime: "2026-06-27T07:00:00Z" })).toMatchObject({ estimated: false });
    expect(window({ earliestDateTime })).toMatchObject({ latest: null, estimated: false });
    expect(window({ latestDateTime: "2026-06-27T07:00:00Z" })).toBeNull();
    expect(window({ earliestDateTime: "soon" })).toBeNull();
  });

  test("was shipped when its first package went", () => {
    const packages = [{ shipTime: "2026-06-23T10:00:00Z" }, { shipTime: "2026-06-22T10:00:00Z" }, {}];
    expect(mapped({ packages }).order.shippedAt?.toString()).toBe("2026-06-22T10:00:00Z");
  });

  test.each(["REPLACEMENT_ORIGINAL_ID", "EXCHANGE_ORIGINAL_ID"])("with %s is a replacement", (associationType) => {
    expect(mapped({ associatedOrders: [{ orderId: "302-0000000-0000001", associationType }] }).order.replacement).toBe(
      true,
    );
  });

  test("associated in another way is no replacement", () => {
    expect(mapped({ associatedOrders: [{ associationType: "OTHER" }] }).order.replacement).toBe(false);
  });

  test("from outside Amazon or of multi-channel fulfilment is of the other channel", () => {
    expect(mapped({ salesChannel: { channelName: "NON_AMAZON" } }).order.channel).toBe("other");
    expect(mapped({ orderId: "S02-1234567-7654321" }).order.channel).toBe("other");
  });

  test("keeps the relay address and no other address", () => {
    expect(mapped({ buyer: { buyerEmail: "a1b2c3@marketplace.amazon.de" } })).toMatchObject({
      alias: "a1b2c3@marketplace.amazon.de",
      aliasSource: "search_orders",
    });
    expect(mapped({ buyer: { buyerEmail: "someone@example.com", buyerName: "Someone" } }).alias).toBeNull();
  });

  test("has money in minor units of its currency", () => {
    const eur = (amount: string) => ({ amount, currencyCode: "EUR" });
    const priced = { ...item, product: { ...item.product, price: { unitPrice: eur("9.95") } } };
    const order = mapped({ proceeds: { grandTotal: eur("24.89") }, orderItems: [priced] }).order;
    expect([order.totalMinor, order.items[0]?.priceMinor]).toEqual([2489, 1990]);
    const proceeds = { proceedsTotal: eur("18.50") };
    expect(mapped({ orderItems: [{ ...priced, proceeds }] }).order.items[0]?.priceMinor).toBe(1850);
    const yen = { proceedsTotal: { amount: "5980", currencyCode: "JPY" } };
    expect(mapped({ orderItems: [{ ...item, proceeds: yen }] }).order).toMatchObject({
      currency: "JPY",
      items: [{ priceMinor: 5980 }],
    });
  });

  test("knows customised items and a buyer who asked to cancel", () => {
    const customization = { customizedUrl: "https://zme-caps.amazon.com/t/1" };
    const cancellation = { cancellationRequest: { requester: "BUYER" } };
    const orderItems = [
      { ...item, product: { ...item.product, customization }, cancellation, fulfillment: { quantityFulfilled: 1 } },
    ];
    expect(mapped({ orderItems }).order.items[0]).toMatchObject({
      customized: true,
      buyerRequestedCancel: true,
      quantityShipped: 1,
    });
  });

  test("has the condition of its items where Amazon tells it", () => {
    const condition = { conditionType: "USED", conditionSubtype: "VERY_GOOD" };
    const used = { ...item, product: { ...item.product, condition } };
    expect(mapped({ orderItems: [used] }).order.items[0]?.condition).toBe("used");
    expect(mapped({ orderItems: [item] }).order.items[0]).not.toHaveProperty("condition");
  });

  test("may have no items", () => {
    expect(mapped({ orderItems: [] }).order).toMatchObject({ items: [], totalMinor: null });
  });

  test.each([
    ["2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"],
    ["2027-01-01T08:59:59+09:00", "2026-12-31T16:00:00-08:00"],
    ["2028-02-29T12:00:00.999Z", "2028-02-29T12:00:01.0005Z"],
  ])("of the turn of the year keeps its instants: %s", (createdTime, lastUpdatedTime) => {
    const { order } = mapped({ createdTime, lastUpdatedTime });
    const [created, updated] = [order.purchasedAt, order.lastUpdatedAt].map(
      ({ epochMilliseconds }) => epochMilliseconds,
    );
    expect(created).toBe(Date.parse(createdTime));
    expect(Number(updated) - Number(created)).toBeLessThanOrEqual(1001);
    expect(Number(updated) - Number(created)).toBeGreaterThan(0);
  });

  test("has an order item whose number is longer than a double holds", () => {
    const long = { ...item, orderItemId: "12345678901234567890" };
    expect(mapped({ orderItems: [long] }).order.items[0]?.orderItemId).toBe("12345678901234567890");
  });

  test("has its programmes sorted and once each", () => {
    expect(mapped({ programs: ["PRIME", "AMAZON_BUSINESS", "PRIME"] }).order.programs).toEqual([
      "AMAZON_BUSINESS",
      "PRIME",
    ]);
  });

  test("survives malformed parts that it can do without", () => {
    expect(
      mapped({ buyer: 7, programs: "PRIME", packages: [3], proceeds: { grandTotal: null }, unknown: { deep: [] } })
        .order.programs,
    ).toEqual([]);
  });

  test("cannot store NUL or half a character", () => {
    const product = { ...item.product, title: "Cup\u0000\ud83d", sellerSku: "A\tB" };
    expect(mapped({ orderItems: [{ ...item, product }] }).order.items[0]).toMatchObject({
      title: "Cup \ufffd",
      sku: "A B",
    });
  });

  test.each([
    ["orderItems", { orderItems: undefined }],
    ["createdTime", { createdTime: "yesterday" }],
    ["salesChannel.marketplaceId", { salesChannel: { channelName: "AMAZON" } }],
    ["fulfillment.fulfillmentStatus", { fulfillment: { fulfillmentStatus: "LOST" } }],
    ["orderItems.0.quantityOrdered", { orderItems: [{ ...item, quantityOrdered: -1 }] }],
  ])("without a good %s is told by its id", (path, changes) => {
    const result = mapOrder(raw(changes));
    expect(result).toMatchObject({ kind: "unreadable", unreadable: { orderId: "302-1234567-7654321" } });
    expect(result.kind === "unreadable" && result.unreadable.reason).toContain(path);
  });

  test.each([[null], [7], ["order"], [[]], [{}]])("that is %j has not even an id", (value) => {
    expect(mapOrder(value)).toMatchObject({ kind: "unreadable", unreadable: { orderId: null } });
  });
});
