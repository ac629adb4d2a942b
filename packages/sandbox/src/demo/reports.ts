import type { Instant } from "@heed/core/time";
import { digits } from "../amazon/order-json.ts";
import { encodeJapanese } from "../buyers/japanese.ts";
import { marketplace } from "../world/marketplaces.ts";
import type { OrderMoment } from "../world/order-at.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldItem, WorldOrder } from "../world/types.ts";
import { ORDERS_REPORT_COLUMNS, SHIPMENTS_REPORT_COLUMNS } from "./report-columns.ts";

export type ReportType =
  | "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL"
  | "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL";
export type ReportEncoding = "utf-8" | "windows-1252" | "shift_jis";

interface Line {
  readonly order: WorldOrder;
  readonly moment: OrderMoment;
  readonly item: WorldItem;
}

/** A report as Amazon gives it for these orders at `now`: tab-separated, one line per item, all published columns. */
export function reportText(type: ReportType, orders: readonly WorldOrder[], now: Instant): string {
  const lines = orders.flatMap((order) => linesOf(order, now));
  if (type === "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL")
    return table(ORDERS_REPORT_COLUMNS, lines, orderCells);
  const shipped = lines.filter(({ order, moment }) => order.fulfilledBy === "amazon" && moment.shippedAt !== null);
  return table(SHIPMENTS_REPORT_COLUMNS, shipped, shipmentCells);
}

/** Western text is inside Latin-1, where Windows-1252 agrees with it. */
export function encodeReport(text: string, encoding: ReportEncoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  return encoding === "windows-1252" ? Buffer.from(text, "latin1") : encodeJapanese(text, "shift_jis");
}

function linesOf(order: WorldOrder, now: Instant): readonly Line[] {
  const moment = orderAt(order, now);
  return moment === null ? [] : order.items.map((item) => ({ order, moment, item }));
}

type Cells = Readonly<Record<string, string>>;

function table(columns: readonly string[], lines: readonly Line[], cells: (line: Line) => Cells): string {
  const rows = lines.map((line) => {
    const values = cells(line);
    return columns.map((column) => values[column] ?? "").join("\t");
  });
  return `${[columns.join("\t"), ...rows].join("\n")}\n`;
}

const SERVICE_LEVELS = {
  STANDARD: "Standard",
  EXPEDITED: "Expedited",
  SECOND_DAY: "SecondDay",
  NEXT_DAY: "NextDay",
} as const;
const STATUSES = {
  PENDING_AVAILABILITY: "Pending",
  PENDING: "Pending",
  UNSHIPPED: "Unshipped",
  PARTIALLY_SHIPPED: "Shipping",
  SHIPPED: "Shipped",
  CANCELLED: "Cancelled",
  UNFULFILLABLE: "Unfulfillable",
} as const;

/** What both reports say alike. The address cells hold a sample, so that dropping them can be seen to work. */
function commonCells({ order, moment, item }: Line): Cells {
  const place = marketplace(order.marketplaceId);
  const worth = (Number(item.unitPrice) * item.quantity).toFixed(digits(order.currency));
  const zero = (0).toFixed(digits(order.currency));
  const priced = moment.status !== "PENDING" && moment.status !== "CANCELLED";
  return {
    "amazon-order-id": order.orderId,
    "merchant-order-id": order.orderId,
    "purchase-date": reportDate(moment.createdAt),
    sku: item.sku,
    "product-name": item.title,
    "ship-service-level": SERVICE_LEVELS[order.serviceLevel],
    "sales-channel": order.channel === "amazon" ? place.name : "Non-Amazon",
    ...(priced && {
      currency: order.currency,
      "item-price": worth,
      "item-tax": zero,
      "shipping-price": zero,
      "shipping-tax": zero,
    }),
    ...(moment.status !== "PENDING" && {
      "ship-city": "Sampletown",
      "ship-state": "SA",
      "ship-postal-code": "00000",
      "ship-country": place.countryCode,
    }),
  };
}

function orderCells(line: Line): Cells {
  const { order, moment, item } = line;
  const cancelled = moment.status === "CANCELLED";
  const status =
    moment.delivered && order.fulfilledBy === "merchant" ? "Shipped - Delivered to Buyer" : STATUSES[moment.status];
  return {
    ...commonCells(line),
    "last-updated-date": reportDate(moment.updatedAt),
    "order-status": status,
    "fulfillment-channel": order.fulfilledBy === "amazon" ? "Amazon" : "Merchant",
    asin: item.asin,
    "item-status": cancelled ? "Cancelled" : moment.status === "SHIPPED" ? "Shipped" : "Unshipped",
    quantity: cancelled ? "0" : String(item.quantity),
    "is-business-order": String(order.programs.includes("AMAZON_BUSINESS")),
  };
}

function shipmentCells(line: Line): Cells {
  const { order, moment, item } = line;
  return {
    ...commonCells(line),
    "shipment-id": `D${item.orderItemId.slice(0, 8)}`,
    "shipment-item-id": `DI${item.orderItemId.slice(0, 8)}`,
    "amazon-order-item-id": item.orderItemId,
    "payments-date": reportDate(moment.createdAt.add({ minutes: 30 })),
    "shipment-date": moment.shippedAt === null ? "" : reportDate(moment.shippedAt),
    "reporting-date": moment.shippedAt === null ? "" : reportDate(moment.shippedAt.add({ hours: 3 })),
    "buyer-email": order.channel === "amazon" ? order.alias : "",
    "buyer-name": "Sample buyer",
    "buyer-phone-number": "0000000000",
    "recipient-name": "Sample recipient",
    "ship-address-1": "1 Sample Street",
    "quantity-shipped": String(item.quantity),
    carrier: "AMZN",
    "tracking-number": `TBA${item.orderItemId}`,
    "estimated-arrival-date": order.deliverBy.latest ?? order.deliverBy.earliest,
    "fulfillment-center-id": "XSB1",
    "fulfillment-channel": "AFN",
  };
}

/** ISO 8601 with a numeric offset, as the reports write it. */
function reportDate(instant: Instant): string {
  return instant.toString({ smallestUnit: "second" }).replace("Z", "+00:00");
}
