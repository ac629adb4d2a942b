import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import { deliveryByArrival } from "@heed/core/order/estimate-delivery";
import type { DeliveryWindow, IncomingOrder, Order, OrderItem } from "@heed/core/order/order";
import { isAlias, marketplaceOfAlias } from "@heed/core/suppression/alias";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { cleanText } from "../clean-text.ts";
import { toMinorUnits } from "../money.ts";
import type { Row } from "./cells.ts";
import { optionalInstant, requireCount, requireInstant, requireText } from "./cells.ts";
import type { SalesChannel } from "./sales-channel.ts";
import { salesChannelOf } from "./sales-channel.ts";

/** One line of GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL, checked. */
export interface ShipmentsRow {
  readonly line: number;
  readonly row: Row;
  readonly purchasedAt: Instant;
  readonly shippedAt: Instant;
  readonly reportedAt: Instant;
  readonly arrival: Instant | null;
  readonly alias: string | null;
  readonly currency: string | null;
  readonly item: OrderItem;
}

/** Throws BadLine. */
export function readShipmentsRow(row: Row): ShipmentsRow {
  const shippedAt = requireInstant(row, "shipment-date");
  const email = row.text("buyer-email");
  const currency = cleanText(row.text("currency")) || null;
  return {
    line: row.line,
    row,
    purchasedAt: requireInstant(row, "purchase-date"),
    shippedAt,
    reportedAt: optionalInstant(row, "reporting-date") ?? shippedAt,
    arrival: optionalInstant(row, "estimated-arrival-date"),
    alias: isAlias(email) ? email : null,
    currency,
    item: itemOf(row, currency),
  };
}

/** The order of at least one shipped line. */
export function shipmentsReportOrder(orderId: string, rows: readonly [ShipmentsRow, ...ShipmentsRow[]]): IncomingOrder {
  const [first] = rows;
  const alias = rows.find((row) => row.alias !== null)?.alias ?? null;
  const { marketplaceId, channel } = shipmentChannel(first, orderId, alias);
  const items = mergeItems(rows);
  const order: Order = {
    orderId,
    marketplaceId,
    channel,
    fulfilledBy: "amazon",
    status: "SHIPPED",
    purchasedAt: first.purchasedAt,
    lastUpdatedAt: latest(rows.map((row) => row.reportedAt)) ?? first.reportedAt,
    // The first shipment: a date that closes a window must not move later because of a second parcel.
    shippedAt: earliest(rows.map((row) => row.shippedAt)),
    delivery: arrivalOf(rows),
    programs: [],
    replacement: false,
    currency: first.currency,
    totalMinor: total(items),
    serviceLevel: cleanText(first.row.text("ship-service-level")) || null,
    items,
    source: "shipments_report",
    aftermath: NO_AFTERMATH,
  };
  return { order, alias, aliasSource: alias === null ? null : "shipments_report" };
}

/** Older files have no sales channel; the alias tells the marketplace then. */
function shipmentChannel(row: ShipmentsRow, orderId: string, alias: string | null): SalesChannel {
  const text = row.row.text("sales-channel");
  const byAlias = text === "" && alias !== null ? marketplaceOfAlias(alias) : null;
  const channel = salesChannelOf(text, orderId);
  return byAlias === null ? channel : { ...channel, marketplaceId: byAlias, known: true };
}

function itemOf(row: Row, currency: string | null): OrderItem {
  const quantity = requireCount(row, "quantity-shipped");
  return {
    orderItemId: cleanText(requireText(row, "amazon-order-item-id")),
    sku: cleanText(requireText(row, "sku")),
    asin: null,
    title: cleanText(row.text("product-name")),
    quantity,
    quantityShipped: quantity,
    priceMinor: currency === null ? null : toMinorUnits(row.text("item-price"), currency),
    customized: false,
    buyerRequestedCancel: false,
  };
}

/** One item may go in several parcels, a line each. */
function mergeItems(rows: readonly ShipmentsRow[]): readonly OrderItem[] {
  const items = new Map<string, OrderItem>();
  for (const { item } of rows) {
    const known = items.get(item.orderItemId);
    items.set(item.orderItemId, known === undefined ? item : add(known, item));
  }
  return [...items.values()];
}

function add(one: OrderItem, other: OrderItem): OrderItem {
  return {
    ...one,
    quantity: one.quantity + other.quantity,
    quantityShipped: one.quantityShipped + other.quantityShipped,
    priceMinor: one.priceMinor === null || other.priceMinor === null ? null : one.priceMinor + other.priceMinor,
  };
}

function total(items: readonly OrderItem[]): number | null {
  let sum = 0;
  for (const { priceMinor } of items) {
    if (priceMinor === null) return null;
    sum += priceMinor;
  }
  return sum;
}

function arrivalOf(rows: readonly ShipmentsRow[]): DeliveryWindow | null {
  const arrivals = rows.map((row) => row.arrival).filter((arrival) => arrival !== null);
  const from = earliest(arrivals);
  const to = latest(arrivals);
  return from === null || to === null ? null : { ...deliveryByArrival(from), latest: to };
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted(Temporal.Instant.compare)[0] ?? null;
}

function latest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
