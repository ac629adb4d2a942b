import { describe, expect, it } from "vitest";
import { anOrder, at } from "../testing.ts";
import { deliveryByArrival, estimateDelivery, shipDateOf } from "./estimate-delivery.ts";

describe("the delivery of an order whose source tells none", () => {
  it.each([
    ["NextDay", "2026-03-04T18:00:00Z"],
    ["Second", "2026-03-04T18:00:00Z"],
    ["SecondDay", "2026-03-04T18:00:00Z"],
    ["Expedited", "2026-03-06T18:00:00Z"],
    ["Standard", "2026-03-16T18:00:00Z"],
    ["Std US D2D Dom", "2026-03-16T18:00:00Z"],
    [null, "2026-03-16T18:00:00Z"],
  ])("%s: from the day after shipping until %s", (serviceLevel, latest) => {
    expect(estimateDelivery(anOrder({ serviceLevel }))).toEqual({
      earliest: at("2026-03-03T18:00:00Z"),
      latest: at(latest),
      estimated: true,
    });
  });

  it("before shipping it counts from the purchase and the service level", () => {
    const order = anOrder({ status: "UNSHIPPED", shippedAt: null, serviceLevel: "Expedited" });
    expect(estimateDelivery(order).earliest.toString()).toBe("2026-03-06T18:00:00Z");
    expect(estimateDelivery(order).latest?.toString()).toBe("2026-03-09T18:00:00Z");
  });

  it("an arrival from the shipments report is an estimate, too", () => {
    const arrival = at("2026-03-05T20:00:00Z");
    expect(deliveryByArrival(arrival)).toEqual({ earliest: arrival, latest: arrival, estimated: true });
  });
});

it.each([
  ["SHIPPED", "2026-03-02T18:00:00Z"],
  ["PARTIALLY_SHIPPED", undefined],
  ["CANCELLED", undefined],
] as const)("the ship date of an order first seen as %s is %s", (status, expected) => {
  expect(shipDateOf(anOrder({ status, shippedAt: null }))?.toString()).toBe(expected);
});
