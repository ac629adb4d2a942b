import fc from "fast-check";
import { expect, it } from "vitest";
import { FULFILLMENT_STATUSES, type FulfillmentStatus } from "./order.ts";
import { STATUS_MEANINGS, type StatusChange, statusChange } from "./order-status.ts";

it.each<[FulfillmentStatus, FulfillmentStatus, StatusChange]>([
  ["PENDING", "PENDING", "none"],
  ["PENDING", "UNSHIPPED", "advanced"],
  ["UNSHIPPED", "PARTIALLY_SHIPPED", "advanced"],
  ["PENDING", "SHIPPED", "shipped"],
  ["SHIPPED", "CANCELLED", "cancelled"],
  ["UNSHIPPED", "UNFULFILLABLE", "cancelled"],
  ["UNFULFILLABLE", "CANCELLED", "none"],
  ["SHIPPED", "UNSHIPPED", "went_back"],
  ["CANCELLED", "SHIPPED", "went_back"],
])("%s → %s: %s", (...[before, after, change]) => {
  expect(statusChange(before, after)).toBe(change);
});

it("an order that dies is cancelled once, however it dies", () => {
  const statuses = fc.constantFrom(...FULFILLMENT_STATUSES);
  fc.assert(
    fc.property(statuses, statuses, (before, after) => {
      const dies = !STATUS_MEANINGS[before].dead && STATUS_MEANINGS[after].dead;
      expect(statusChange(before, after) === "cancelled").toBe(dies);
    }),
  );
});
