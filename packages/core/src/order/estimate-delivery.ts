import { DAY } from "../marketplace/zone-time.ts";
import { type Instant, Temporal } from "../time.ts";
import type { DeliveryWindow, Order } from "./order.ts";

export type EstimateInput = Pick<Order, "status" | "purchasedAt" | "lastUpdatedAt" | "shippedAt" | "serviceLevel">;

/** Days from shipment to the latest delivery, by the name of the service level in Amazon's reports. */
const SERVICE_LEVELS: readonly { readonly named: RegExp; readonly days: number }[] = [
  { named: /next|second/i, days: 2 },
  { named: /exped/i, days: 4 },
];
const OTHER_SERVICE_DAYS = 14;

/** The first sight of `SHIPPED` dates the shipment where no report does; null while it has not shipped. */
export function shipDateOf(order: EstimateInput): Instant | null {
  return order.shippedAt ?? (order.status === "SHIPPED" ? order.lastUpdatedAt : null);
}

/** The window of an order whose source tells none: ship date + 1 day to + 2, 4 or 14 days. */
export function estimateDelivery(order: EstimateInput): DeliveryWindow {
  const days = serviceDays(order.serviceLevel);
  const shipped = shipDateOf(order)?.epochMilliseconds ?? order.purchasedAt.epochMilliseconds + days * DAY;
  return {
    earliest: Temporal.Instant.fromEpochMilliseconds(shipped + DAY),
    latest: Temporal.Instant.fromEpochMilliseconds(shipped + days * DAY),
    estimated: true,
  };
}

/** The window around the arrival that the shipments report estimates. */
export function deliveryByArrival(arrival: Instant): DeliveryWindow {
  return { earliest: arrival, latest: arrival, estimated: true };
}

function serviceDays(serviceLevel: string | null): number {
  if (serviceLevel === null) return OTHER_SERVICE_DAYS;
  return SERVICE_LEVELS.find((level) => level.named.test(serviceLevel))?.days ?? OTHER_SERVICE_DAYS;
}
