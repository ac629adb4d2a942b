import type { FulfillmentStatus } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { WorldOrder } from "./types.ts";

/** What has happened to an order up to an instant. */
export interface OrderMoment {
  readonly status: FulfillmentStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly shippedAt: Instant | null;
  readonly delivered: boolean;
}

const instant = (text: string) => Temporal.Instant.from(text);
const reached = (at: string, now: Instant) => Temporal.Instant.compare(instant(at), now) <= 0;

/** The order as it stands at `now`, or null before it was placed. */
export function orderAt(order: WorldOrder, now: Instant): OrderMoment | null {
  const past = order.changes.filter((change) => reached(change.at, now));
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined) return null;
  const delivered = order.deliveredAt !== null && reached(order.deliveredAt, now);
  const shipped = past.find((change) => change.status === "SHIPPED");
  return {
    status: last.status,
    createdAt: instant(first.at),
    updatedAt: instant(
      delivered && order.deliveredAt !== null && order.deliveredAt > last.at ? order.deliveredAt : last.at,
    ),
    shippedAt: shipped === undefined ? null : instant(shipped.at),
    delivered,
  };
}
