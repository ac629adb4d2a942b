import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Effect } from "../journal/entry.ts";
import type { State } from "../state.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";
import type { Answer } from "./answers.ts";
import { outsideDeliveryRange, solicitationNotAvailable } from "./answers.ts";
import { actionList, readOrder } from "./order-path.ts";
import type { SellerRequest } from "./request.ts";

const REVIEW = "productReviewAndSellerFeedback";
/** Five days after the earliest until thirty days after the latest delivery (set-up-the-solicitations-api). */
const OPENS_AFTER = Temporal.Duration.from({ hours: 5 * 24 });
const CLOSES_AFTER = Temporal.Duration.from({ hours: 30 * 24 });

type Availability = "open" | "outside_range" | "not_available";

export function getSolicitationActions(request: SellerRequest): Answer {
  const place = readOrder(request);
  if (!("order" in place)) return place;
  const offered = availability(request.state, place.order, request.now) === "open" ? [REVIEW] : [];
  const path = `/solicitations/v1/orders/${place.order.orderId}`;
  return {
    status: 200,
    body: actionList({
      path,
      marketplaceId: place.marketplaceId,
      hrefs: offered.map((name) => [name, `/solicitations/${name}`]),
    }),
  };
}

export function createReviewSolicitation(request: SellerRequest): Answer<Effect> {
  const place = readOrder(request);
  if (!("order" in place)) return place;
  switch (availability(request.state, place.order, request.now)) {
    case "outside_range":
      return outsideDeliveryRange();
    case "not_available":
      return solicitationNotAvailable();
    case "open":
      return {
        status: 201,
        body: {},
        effect: { kind: "solicitation", orderId: place.order.orderId, marketplaceId: place.marketplaceId },
      };
  }
}

/**
 * | order                                            | request      |
 * |--------------------------------------------------|--------------|
 * | asked before, not shipped, cancelled, replaced,  | not available|
 * | sold outside Amazon                              |              |
 * | before earliest + 5 d, after latest + 30 d       | outside range|
 * | otherwise                                        | open         |
 */
export function availability(state: State, order: WorldOrder, now: Instant): Availability {
  const moment = orderAt(order, now);
  const asked = state.solicited.has(order.orderId);
  if (asked || moment?.status !== "SHIPPED" || order.replacementOf !== null || order.channel !== "amazon")
    return "not_available";
  const opens = Temporal.Instant.from(order.deliverBy.earliest).add(OPENS_AFTER);
  const closes = Temporal.Instant.from(order.deliverBy.latest ?? order.deliverBy.earliest).add(CLOSES_AFTER);
  const inside = Temporal.Instant.compare(now, opens) >= 0 && Temporal.Instant.compare(now, closes) < 0;
  return inside ? "open" : "outside_range";
}
