import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOrder } from "../flow/plan-order.ts";
import { anItem, anOrder, aPlanInput, at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { deliveryByArrival, estimateDelivery } from "./estimate-delivery.ts";
import { mergeOrder } from "./merge-order.ts";
import { FULFILLMENT_STATUSES, type Order } from "./order.ts";

const amazon = { earliest: at("2026-03-04T08:00:00Z"), latest: at("2026-03-07T07:59:59Z"), estimated: false };
const later = { earliest: at("2026-03-06T08:00:00Z"), latest: at("2026-03-09T07:59:59Z"), estimated: false };
const arrival = deliveryByArrival(at("2026-03-05T20:00:00Z"));

/** As the report with all orders tells it. */
function reported(changes: Partial<Order> = {}): Order {
  return anOrder({ source: "orders_report", delivery: null, shippedAt: null, programs: [], ...changes });
}

function merged(stored: Order | null, incoming: Order): Order {
  const result = mergeOrder(stored, incoming);
  expect(result).not.toBeNull();
  return result ?? incoming;
}

describe("the first import", () => {
  it("of a shipped order dates the shipment by its last update, and estimates the delivery", () => {
    const order = merged(null, reported());
    expect(order.shippedAt?.toString()).toBe("2026-03-02T18:00:00Z");
    expect(order.delivery).toEqual({
      earliest: at("2026-03-03T18:00:00Z"),
      latest: at("2026-03-16T18:00:00Z"),
      estimated: true,
    });
  });

  it("the same again changes nothing, from any source", () => {
    for (const order of [
      anOrder(),
      reported(),
      reported({ status: "PENDING" }),
      anOrder({ source: "shipments_report", delivery: arrival }),
    ]) {
      expect(mergeOrder(merged(null, order), order)).toBeNull();
    }
  });
});

describe("the delivery window", () => {
  const update = at("2026-03-03T18:00:00Z");
  it.each<[string, Order, Order, Order["delivery"]]>([
    ["Amazon's replaces our estimate", reported(), anOrder({ delivery: amazon }), amazon],
    [
      "also from an older update",
      reported(),
      anOrder({ delivery: amazon, lastUpdatedAt: at("2026-03-01T18:00:00Z") }),
      amazon,
    ],
    [
      "a newer one of Amazon's replaces it",
      anOrder({ delivery: amazon }),
      anOrder({ delivery: later, lastUpdatedAt: update }),
      later,
    ],
    [
      "a report's estimate never does",
      anOrder({ delivery: amazon }),
      anOrder({ delivery: arrival, source: "shipments_report", lastUpdatedAt: update }),
      amazon,
    ],
    ["nor does our own", anOrder({ delivery: amazon }), reported({ lastUpdatedAt: update }), amazon],
    [
      "the report's arrival replaces our estimate",
      reported(),
      anOrder({ delivery: arrival, source: "shipments_report" }),
      arrival,
    ],
    [
      "and stays when the other report comes again",
      anOrder({ delivery: arrival, source: "shipments_report" }),
      reported({ lastUpdatedAt: update }),
      arrival,
    ],
  ])("%s", (...[, first, second, expected]) => {
    expect(merged(merged(null, first), second).delivery).toEqual(expected);
  });

  it("our estimate is made anew when the ship date becomes known", () => {
    const placed = merged(null, reported({ status: "UNSHIPPED", lastUpdatedAt: at("2026-03-01T19:00:00Z") }));
    const shipped = merged(placed, reported());
    expect(shipped.delivery).toEqual(estimateDelivery(shipped));
    expect(shipped.delivery).not.toEqual(placed.delivery);
  });
});

describe("facts that came in before", () => {
  it("the first ship date stays", () => {
    const order = merged(
      merged(null, reported()),
      reported({ lastUpdatedAt: at("2026-03-20T18:00:00Z"), totalMinor: 1 }),
    );
    expect(order.shippedAt?.toString()).toBe("2026-03-02T18:00:00Z");
    expect(order.lastUpdatedAt.toString()).toBe("2026-03-20T18:00:00Z");
  });

  it("a stale update turns nothing back", () => {
    const stored = merged(null, anOrder({ status: "CANCELLED", lastUpdatedAt: at("2026-03-05T00:00:00Z") }));
    expect(
      mergeOrder(stored, anOrder({ status: "UNSHIPPED", shippedAt: null, lastUpdatedAt: at("2026-03-01T18:00:00Z") }))
        ?.status ?? "CANCELLED",
    ).toBe("CANCELLED");
  });

  it("of two updates of the same time the one further on counts", () => {
    const cancelled = anOrder({ status: "CANCELLED" });
    expect(merged(merged(null, anOrder({ status: "UNSHIPPED", shippedAt: null })), cancelled).status).toBe("CANCELLED");
    const stored = merged(null, cancelled);
    expect((mergeOrder(stored, anOrder({ status: "UNSHIPPED", shippedAt: null })) ?? stored).status).toBe("CANCELLED");
  });

  it("a report does not take away what Amazon's API told", () => {
    const report = reported({
      lastUpdatedAt: at("2026-03-20T18:00:00Z"),
      items: [anItem({ orderItemId: "x", customized: false })],
      totalMinor: 1,
    });
    const order = merged(merged(null, anOrder({ items: [anItem({ customized: true })] })), report);
    expect(order).toMatchObject({
      source: "sync",
      programs: ["PRIME"],
      totalMinor: 1999,
      items: [{ customized: true }],
    });
  });

  it("a replacement stays one, and a missing ASIN is filled in", () => {
    const stored = merged(null, anOrder({ replacement: true, source: "orders_report" }));
    const order = merged(stored, anOrder({ items: [anItem({ asin: null })] }));
    expect(order.replacement).toBe(true);
    expect(order.items[0]?.asin).toBe("B000000001");
  });
});

describe("updates in any order", () => {
  const updates = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 5 }).chain((hours) =>
    fc.tuple(
      ...hours.map((hour) =>
        fc.record({
          hour: fc.constant(hour),
          status: fc.constantFrom(...FULFILLMENT_STATUSES),
          quantity: fc.integer({ min: 1, max: 3 }),
          replacement: fc.boolean(),
          shift: fc.integer({ min: 0, max: 48 }),
        }),
      ),
    ),
  );

  const orders = updates.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  it.each([
    ["with Amazon's windows", orderOf],
    ["on our own estimates", (update: Update) => ({ ...orderOf(update), delivery: null })],
    ["with arrivals of a report", (update: Update) => arriving(orderOf(update))],
  ])("lead to the same order and the same plan, %s", (_, make) => {
    fc.assert(
      fc.property(orders, (lists) => {
        const [first, second] = lists.map((list) => mergeAll(list.map(make)));
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        const [plan, again] = [first, second].map((order) => planOrder(aPlanInput({ order: order ?? anOrder() })));
        expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
      }),
      { numRuns: 200 },
    );
  });
});

interface Update {
  readonly hour: number;
  readonly status: Order["status"];
  readonly quantity: number;
  readonly replacement: boolean;
  readonly shift: number;
}

function orderOf({ hour, status, quantity, replacement, shift }: Update): Order {
  const lastUpdatedAt = at("2026-03-01T18:00:00Z").add({ hours: hour });
  const earliest = Temporal.Instant.from("2026-03-10T08:00:00Z").add({ hours: shift });
  return anOrder({
    status,
    lastUpdatedAt,
    shippedAt: null,
    replacement,
    items: [anItem({ quantity })],
    delivery: { earliest, latest: earliest.add({ hours: 72 }), estimated: false },
  });
}

function arriving(order: Order): Order {
  const earliest = order.delivery?.earliest ?? order.purchasedAt;
  return { ...order, source: "shipments_report", delivery: deliveryByArrival(earliest) };
}

function mergeAll(updates: readonly Order[]): Order | null {
  return updates.reduce<Order | null>((stored, update) => mergeOrder(stored, update) ?? stored, null);
}
