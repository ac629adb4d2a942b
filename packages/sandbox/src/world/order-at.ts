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

interface Step {
  readonly at: Instant;
  readonly status: FulfillmentStatus;
}

interface Course {
  readonly steps: readonly Step[];
  readonly deliveredAt: Instant | null;
}

/** Reading instants is most of the work of a search over many orders, so each order is read once. */
const courses = new WeakMap<WorldOrder, Course>();

/** The order as it stands at `now`, or null before it was placed. */
export function orderAt(order: WorldOrder, now: Instant): OrderMoment | null {
  const { steps, deliveredAt } = courseOf(order);
  const past = steps.filter((step) => reached(step.at, now));
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined) return null;
  const delivery = deliveredAt !== null && reached(deliveredAt, now) ? deliveredAt : null;
  return {
    status: last.status,
    createdAt: first.at,
    updatedAt: delivery !== null && reached(last.at, delivery) ? delivery : last.at,
    shippedAt: past.find((step) => step.status === "SHIPPED")?.at ?? null,
    delivered: delivery !== null,
  };
}

function reached(at: Instant, now: Instant): boolean {
  return at.epochMilliseconds <= now.epochMilliseconds;
}

function courseOf(order: WorldOrder): Course {
  const known = courses.get(order);
  if (known !== undefined) return known;
  const course: Course = {
    steps: order.changes.map(({ at, status }) => ({ at: Temporal.Instant.from(at), status })),
    deliveredAt: order.deliveredAt === null ? null : Temporal.Instant.from(order.deliveredAt),
  };
  courses.set(order, course);
  return course;
}
