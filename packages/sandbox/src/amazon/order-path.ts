import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, notFound } from "./answers.ts";
import { isOrderId } from "./order-id.ts";
import type { SellerRequest } from "./request.ts";
import { listParam } from "./request.ts";

export interface OrderInPath {
  readonly order: WorldOrder;
  readonly marketplaceId: string;
}

/** The order that a solicitation or messaging path names, checked with its one marketplace. */
export function readOrder({ seller, route, query, now }: SellerRequest): OrderInPath | Answer {
  const marketplaceIds = listParam(query, "marketplaceIds");
  const marketplaceId = marketplaceIds[0];
  if (route.orderId === null || !isOrderId(route.orderId)) return invalidInput("");
  if (marketplaceId === undefined || marketplaceIds.length > 1)
    return invalidInput("marketplaceIds must have exactly one value");
  const order = seller.orders.get(route.orderId);
  if (order === undefined || orderAt(order, now) === null) return notFound();
  return order.marketplaceId === marketplaceId ? { order, marketplaceId } : notFound();
}

interface ActionList {
  readonly path: string;
  readonly marketplaceId: string;
  readonly hrefs: readonly (readonly [name: string, suffix: string])[];
}

/** The HAL document in which both APIs list what an order allows now. */
export function actionList({ path, marketplaceId, hrefs }: ActionList) {
  const link = (suffix: string) => `${path}${suffix}?marketplaceIds=${marketplaceId}`;
  return {
    _links: {
      actions: hrefs.map(([name, suffix]) => ({ href: link(suffix), name })),
      self: { href: link("") },
    },
  };
}
