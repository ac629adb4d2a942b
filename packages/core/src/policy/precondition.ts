import type { Purpose } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import { STATUS_MEANINGS } from "../order/order-status.ts";
import type { ReasonFacts } from "./rule.ts";

/**
 * What an order must be like so that a purpose makes sense for it, beside what Amazon offers (DESIGN §6, purposes).
 *
 * | purpose                | wants                                     | else                    |
 * |------------------------|-------------------------------------------|-------------------------|
 * | customization_question | a customised item                         | no such message         |
 * | delivery_scheduling    | shipped by the merchant                   | no such message         |
 * | address_issue          | not yet shipped                           | a task in Seller Central|
 * | return_question        |                                           | always a task           |
 * | the others             | nothing: Amazon's list of actions decides |                         |
 */
export function unmetPrecondition(purpose: Purpose, order: Order): ReasonFacts | null {
  switch (purpose) {
    case "customization_question":
      return order.items.some(({ customized }) => customized) ? null : { needs: "customised_item" };
    case "delivery_scheduling":
      return order.fulfilledBy === "merchant" ? null : { needs: "merchant_fulfilled", fulfilledBy: order.fulfilledBy };
    case "address_issue":
      return isShipped(order) ? { needs: "unshipped", status: order.status } : null;
    default:
      return null;
  }
}

/** Whether the purpose is for a person in Seller Central, because no message of ours can carry it. */
export function needsTask(purpose: Purpose, order: Order): boolean {
  return purpose === "return_question" || (purpose === "address_issue" && isShipped(order));
}

/** A part that left counts: its address cannot be changed any more. */
function isShipped({ status }: Order): boolean {
  return STATUS_MEANINGS[status].shipped || status === "PARTIALLY_SHIPPED";
}
