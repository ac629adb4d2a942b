import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { DeliveryWindow, IncomingOrder, Order, OrderChannel, OrderItem } from "@heed/core/order/order";
import { isAlias } from "@heed/core/suppression/alias";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { cleanText } from "./clean-text.ts";
import type { UnreadableOrder } from "./gateway-types.ts";
import { toMinorUnits } from "./money.ts";
import type { AmazonItem, AmazonMoney, AmazonOrder } from "./order-schema.ts";
import { amazonOrder } from "./order-schema.ts";

export type MappedOrder =
  | { readonly kind: "order"; readonly incoming: IncomingOrder }
  | { readonly kind: "unreadable"; readonly unreadable: UnreadableOrder };

/** Multi-channel fulfilment of a sale outside Amazon: stored, never messaged. */
export const isMultiChannelId = (orderId: string): boolean => orderId.startsWith("S");

const REPLACEMENTS = new Set(["REPLACEMENT_ORIGINAL_ID", "EXCHANGE_ORIGINAL_ID"]);

/**
 * One order of searchOrders 2026-01-01. A window or ship date that Amazon does not tell stays null: merging estimates it
 * (`@heed/core/order/merge-order`). What Heed cannot do without and Amazon left out makes it unreadable.
 */
export function mapOrder(raw: unknown): MappedOrder {
  const parsed = amazonOrder.safeParse(raw);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join("."));
    return unreadable(raw, `missing or malformed: ${[...new Set(paths)].join(", ")}`);
  }
  const times = timesOf(parsed.data);
  if (times === null) return unreadable(raw, "missing or malformed: createdTime, lastUpdatedTime");
  const channel = channelOf(parsed.data);
  if (channel === "amazon" && parsed.data.salesChannel.marketplaceId === undefined) {
    return unreadable(raw, "missing or malformed: salesChannel.marketplaceId");
  }
  return { kind: "order", incoming: incomingOf(parsed.data, { ...times, channel }) };
}

interface Read {
  readonly purchasedAt: Instant;
  readonly lastUpdatedAt: Instant;
  readonly channel: OrderChannel;
}

function incomingOf(raw: AmazonOrder, read: Read): IncomingOrder {
  const email = raw.buyer?.buyerEmail?.trim() ?? "";
  const alias = isAlias(email) ? email : null;
  return { order: orderOf(raw, read), alias, aliasSource: alias === null ? null : "search_orders" };
}

function orderOf(raw: AmazonOrder, read: Read): Order {
  const { fulfillment, proceeds, salesChannel } = raw;
  const currency = proceeds?.grandTotal?.currencyCode ?? itemCurrency(raw);
  return {
    ...read,
    orderId: cleanText(raw.orderId),
    marketplaceId: salesChannel.marketplaceId ?? salesChannel.channelName,
    fulfilledBy: fulfillment.fulfilledBy === "AMAZON" ? "amazon" : "merchant",
    status: fulfillment.fulfillmentStatus,
    shippedAt: firstShipment(raw),
    delivery: promisedDelivery(raw),
    programs: [...new Set(raw.programs ?? [])].map(cleanText).sort(),
    replacement: (raw.associatedOrders ?? []).some((order) => REPLACEMENTS.has(order.associationType ?? "")),
    currency,
    totalMinor: minorOf(proceeds?.grandTotal, currency),
    serviceLevel: fulfillment.fulfillmentServiceLevel ?? null,
    items: raw.orderItems.map((item) => itemOf(item, currency)),
    source: "sync",
    aftermath: NO_AFTERMATH,
  };
}

function itemOf(item: AmazonItem, currency: string | null): OrderItem {
  const { product } = item;
  return {
    orderItemId: cleanText(item.orderItemId),
    sku: cleanText(product.sellerSku ?? ""),
    asin: product.asin === undefined ? null : cleanText(product.asin),
    title: cleanText(product.title ?? ""),
    quantity: item.quantityOrdered,
    quantityShipped: item.fulfillment?.quantityFulfilled ?? 0,
    priceMinor: linePrice(item, currency),
    customized: (product.customization?.customizedUrl ?? "") !== "",
    buyerRequestedCancel: item.cancellation?.cancellationRequest?.requester === "BUYER",
    ...conditionOf(item),
  };
}

/** Absent where Amazon does not tell, so that another source's word stays. */
function conditionOf({ product }: AmazonItem): Pick<OrderItem, "condition"> {
  const told = product.condition?.conditionType;
  return told === undefined ? {} : { condition: cleanText(told).toLowerCase() };
}

/** What the seller gets for the line, or the unit price times the quantity where proceeds are not told. */
function linePrice(item: AmazonItem, currency: string | null): number | null {
  const total = minorOf(item.proceeds?.proceedsTotal, currency);
  if (total !== null) return total;
  const unit = minorOf(item.product.price?.unitPrice, currency);
  return unit === null ? null : unit * item.quantityOrdered;
}

function minorOf(money: AmazonMoney | undefined, currency: string | null): number | null {
  if (money === undefined || money.currencyCode !== currency) return null;
  return toMinorUnits(money.amount, money.currencyCode);
}

function itemCurrency(raw: AmazonOrder): string | null {
  for (const item of raw.orderItems) {
    const code = item.proceeds?.proceedsTotal?.currencyCode ?? item.product.price?.unitPrice?.currencyCode;
    if (code !== undefined) return code;
  }
  return null;
}

function channelOf(raw: AmazonOrder): OrderChannel {
  return raw.salesChannel.channelName === "AMAZON" && !isMultiChannelId(raw.orderId) ? "amazon" : "other";
}

function timesOf(raw: AmazonOrder): Pick<Read, "purchasedAt" | "lastUpdatedAt"> | null {
  const purchasedAt = instantOf(raw.createdTime);
  const lastUpdatedAt = instantOf(raw.lastUpdatedTime);
  return purchasedAt === null || lastUpdatedAt === null ? null : { purchasedAt, lastUpdatedAt };
}

function promisedDelivery(raw: AmazonOrder): DeliveryWindow | null {
  const window = raw.fulfillment.deliverByWindow;
  const earliest = instantOf(window?.earliestDateTime);
  return earliest === null ? null : { earliest, latest: instantOf(window?.latestDateTime), estimated: false };
}

/** The first package decides: dates that close a window must not move later because of a second one. */
function firstShipment(raw: AmazonOrder): Instant | null {
  const times = (raw.packages ?? []).map((shipment) => instantOf(shipment.shipTime)).filter((time) => time !== null);
  return times.sort(Temporal.Instant.compare)[0] ?? null;
}

function instantOf(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

function unreadable(raw: unknown, reason: string): MappedOrder {
  const id = typeof raw === "object" && raw !== null && "orderId" in raw ? raw.orderId : null;
  return { kind: "unreadable", unreadable: { orderId: typeof id === "string" ? cleanText(id) : null, reason } };
}
