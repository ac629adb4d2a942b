import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { FulfillmentStatus, IncomingOrder, Order, OrderItem } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { cleanText } from "../clean-text.ts";
import { toMinorUnits } from "../money.ts";
import type { Row } from "./cells.ts";
import { BadLine, isTrue, requireCount, requireInstant, requireText } from "./cells.ts";
import { reportStatus } from "./report-status.ts";
import { salesChannelOf } from "./sales-channel.ts";

/** One line of GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL, checked. */
export interface OrdersRow {
  readonly line: number;
  readonly row: Row;
  readonly purchasedAt: Instant;
  readonly lastUpdatedAt: Instant;
  readonly status: FulfillmentStatus;
  readonly fulfilledBy: "amazon" | "merchant";
  readonly item: Omit<OrderItem, "orderItemId">;
  readonly currency: string | null;
}

/** Throws BadLine. */
export function readOrdersRow(row: Row): OrdersRow {
  const status = statusOf(row);
  const currency = cleanText(row.text("currency")) || null;
  return {
    line: row.line,
    row,
    purchasedAt: requireInstant(row, "purchase-date"),
    lastUpdatedAt: requireInstant(row, "last-updated-date"),
    status,
    fulfilledBy: fulfilledBy(row),
    item: itemOf(row, status, currency),
    currency,
  };
}

/**
 * The order of at least one line; where lines differ, the one updated last speaks for the order. The report tells neither
 * ship date nor window: merging estimates them (`@heed/core/order/merge-order`).
 */
export function ordersReportOrder(orderId: string, rows: readonly [OrdersRow, ...OrdersRow[]]): IncomingOrder {
  const latest = rows.reduce((a, b) => (Temporal.Instant.compare(a.lastUpdatedAt, b.lastUpdatedAt) < 0 ? b : a));
  const { row, purchasedAt, lastUpdatedAt, status, fulfilledBy, currency } = latest;
  const { marketplaceId, channel } = salesChannelOf(row.text("sales-channel"), orderId);
  const order: Order = {
    orderId,
    marketplaceId,
    channel,
    fulfilledBy,
    status,
    purchasedAt,
    lastUpdatedAt,
    shippedAt: null,
    delivery: null,
    programs: isTrue(row, "is-business-order") ? ["AMAZON_BUSINESS"] : [],
    replacement: isTrue(row, "is-replacement-order") || isTrue(row, "is-exchange-order"),
    currency,
    totalMinor: total(rows, currency),
    serviceLevel: cleanText(row.text("ship-service-level")) || null,
    items: numbered(rows),
    source: "orders_report",
    aftermath: NO_AFTERMATH,
  };
  return { order, alias: null, aliasSource: null };
}

/** This report has no item ids; the SKU and its count within the order stand in until sync brings Amazon's own. */
function numbered(rows: readonly OrdersRow[]): readonly OrderItem[] {
  const seen = new Map<string, number>();
  return rows.map(({ item }) => {
    const count = (seen.get(item.sku) ?? 0) + 1;
    seen.set(item.sku, count);
    return { orderItemId: `${item.sku}#${count}`, ...item };
  });
}

function itemOf(row: Row, status: FulfillmentStatus, currency: string | null): Omit<OrderItem, "orderItemId"> {
  const quantity = requireCount(row, "quantity");
  const itemStatus = row.text("item-status") || row.text("order-status");
  const shipped = status === "SHIPPED" || /^shipped/i.test(itemStatus);
  return {
    sku: cleanText(requireText(row, "sku")),
    asin: cleanText(row.text("asin")) || null,
    title: cleanText(row.text("product-name")),
    quantity,
    quantityShipped: shipped ? quantity : 0,
    priceMinor: currency === null ? null : toMinorUnits(row.text("item-price"), currency),
    customized: false,
    buyerRequestedCancel: false,
  };
}

/** The sum of the lines' prices; null when one of them is not told or in another currency. */
function total(rows: readonly OrdersRow[], currency: string | null): number | null {
  let sum = 0;
  for (const row of rows) {
    if (row.item.priceMinor === null || row.currency !== currency) return null;
    sum += row.item.priceMinor;
  }
  return sum;
}

function statusOf(row: Row): FulfillmentStatus {
  const status = reportStatus(row.text("order-status"));
  if (status === null) throw new BadLine("order-status is not one that Heed knows");
  return status;
}

function fulfilledBy(row: Row): "amazon" | "merchant" {
  const text = row.text("fulfillment-channel");
  if (/^(amazon|afn)/i.test(text)) return "amazon";
  if (/^(merchant|mfn|seller)/i.test(text)) return "merchant";
  throw new BadLine("fulfillment-channel is neither Amazon nor Merchant");
}
