import type { Order } from "./order.ts";

/** Whether the buyer asked to cancel anything of the order; told by its items or, sooner, by a notification. */
export function isCancelRequested({ items, aftermath }: Pick<Order, "items" | "aftermath">): boolean {
  return aftermath.cancelRequestedAt !== null || items.some((item) => item.buyerRequestedCancel);
}
