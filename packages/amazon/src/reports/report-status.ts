import type { FulfillmentStatus } from "@heed/core/order/order";

/**
 * `order-status` of the orders report, as seen in public data sets of real reports. What shipped but never reached the
 * buyer counts as UNFULFILLABLE: nobody should be asked for a review of it.
 */
const STATUSES: Readonly<Record<string, FulfillmentStatus>> = {
  pendingavailability: "PENDING_AVAILABILITY",
  pending: "PENDING",
  "pending - waiting for pick up": "UNSHIPPED",
  unshipped: "UNSHIPPED",
  shipping: "UNSHIPPED",
  partiallyshipped: "PARTIALLY_SHIPPED",
  "partially shipped": "PARTIALLY_SHIPPED",
  shipped: "SHIPPED",
  "shipped - picked up": "SHIPPED",
  "shipped - out for delivery": "SHIPPED",
  "shipped - delivered to buyer": "SHIPPED",
  "shipped - returning to seller": "UNFULFILLABLE",
  "shipped - returned to seller": "UNFULFILLABLE",
  "shipped - rejected by buyer": "UNFULFILLABLE",
  "shipped - undeliverable": "UNFULFILLABLE",
  "shipped - lost in transit": "UNFULFILLABLE",
  "shipped - damaged": "UNFULFILLABLE",
  /** Orders from outside Amazon. */
  complete: "SHIPPED",
  cancelled: "CANCELLED",
  canceled: "CANCELLED",
  unfulfillable: "UNFULFILLABLE",
};

/** Null for a status that Heed does not know. */
export function reportStatus(text: string): FulfillmentStatus | null {
  const key = text.toLowerCase();
  return Object.hasOwn(STATUSES, key) ? (STATUSES[key] ?? null) : null;
}
