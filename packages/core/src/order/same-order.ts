import type { Instant } from "../time.ts";
import { sameAftermath } from "./aftermath.ts";
import type { DeliveryWindow, Order, OrderItem } from "./order.ts";

/** Whether two orders say the same, down to the millisecond: then nothing needs to be written. */
export function sameOrder(a: Order, b: Order): boolean {
  if (!sameFacts(a, b) || !sameTimes(a, b) || !sameAftermath(a.aftermath, b.aftermath)) return false;
  return sameList(a.programs, b.programs) && sameItems(a.items, b.items);
}

export function sameWindow(a: DeliveryWindow | null, b: DeliveryWindow | null): boolean {
  if (a === null || b === null) return a === b;
  return a.estimated === b.estimated && sameInstant(a.earliest, b.earliest) && sameInstant(a.latest, b.latest);
}

const FACTS = [
  "orderId",
  "marketplaceId",
  "channel",
  "fulfilledBy",
  "status",
  "replacement",
  "currency",
  "totalMinor",
  "serviceLevel",
  "source",
] as const satisfies readonly (keyof Order)[];

const ITEM_FACTS = [
  "orderItemId",
  "sku",
  "asin",
  "title",
  "quantity",
  "quantityShipped",
  "priceMinor",
  "customized",
  "buyerRequestedCancel",
] as const satisfies readonly (keyof OrderItem)[];

function sameFacts(a: Order, b: Order): boolean {
  return FACTS.every((fact) => a[fact] === b[fact]);
}

function sameTimes(a: Order, b: Order): boolean {
  if (!sameInstant(a.purchasedAt, b.purchasedAt) || !sameInstant(a.lastUpdatedAt, b.lastUpdatedAt)) return false;
  return sameInstant(a.shippedAt, b.shippedAt) && sameWindow(a.delivery, b.delivery);
}

function sameItems(a: readonly OrderItem[], b: readonly OrderItem[]): boolean {
  return a.length === b.length && a.every((item, index) => sameItem(item, b[index]));
}

function sameItem(a: OrderItem, b: OrderItem | undefined): boolean {
  if (b === undefined || (a.condition ?? null) !== (b.condition ?? null)) return false;
  return ITEM_FACTS.every((fact) => a[fact] === b[fact]);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function sameInstant(a: Instant | null, b: Instant | null): boolean {
  return a?.epochMilliseconds === b?.epochMilliseconds;
}
