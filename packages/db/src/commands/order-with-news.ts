import { joinAftermath } from "@heed/core/order/aftermath";
import type { Order } from "@heed/core/order/order";
import { aftermathOf, type OrderFact } from "./waiting-facts.ts";

/** An order with what was told of it; merging takes the status from there where it is newer than the order. */
export function orderWithNews(order: Order, fact: OrderFact): Order {
  return { ...order, aftermath: joinAftermath(order.aftermath, aftermathOf(fact)) };
}
