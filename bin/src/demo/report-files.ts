import type { Instant } from "@heed/core/time";
import { type OrderMoment, orderAt } from "@heed/sandbox/world/order-at";
import type { WorldItem, WorldOrder } from "@heed/sandbox/world/types";

export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

interface Line {
  readonly order: WorldOrder;
  readonly moment: OrderMoment;
  readonly item: WorldItem;
}

/** The two reports that Seller Central would give for these orders at that instant, in Amazon's own columns. */
export function reportFiles(orders: readonly WorldOrder[], now: Instant): readonly [ReportFile, ReportFile] {
  const lines = orders.flatMap((order): Line[] => {
    const moment = orderAt(order, now);
    return moment === null ? [] : order.items.map((item) => ({ order, moment, item }));
  });
  const shipped = lines.filter(({ order, moment }) => order.fulfilledBy === "amazon" && moment.shippedAt !== null);
  return [
    { name: "all-orders.txt", text: table(ORDERS_COLUMNS, lines) },
    { name: "fulfilled-shipments.txt", text: table(SHIPMENTS_COLUMNS, shipped) },
  ];
}

type Columns = Readonly<Record<string, (line: Line) => string>>;

const ORDERS_COLUMNS: Columns = {
  "amazon-order-id": ({ order }) => order.orderId,
  "purchase-date": ({ moment }) => moment.createdAt.toString(),
  "last-updated-date": ({ moment }) => moment.updatedAt.toString(),
  "order-status": ({ moment }) => STATUS_TEXTS[moment.status] ?? "Pending",
  "fulfillment-channel": ({ order }) => (order.fulfilledBy === "amazon" ? "Amazon" : "Merchant"),
  "sales-channel": ({ order }) => (order.channel === "amazon" ? "Amazon.com" : "Non-Amazon US"),
  "ship-service-level": ({ order }) => SERVICE_TEXTS[order.serviceLevel],
  "product-name": ({ item }) => item.title,
  sku: ({ item }) => item.sku,
  asin: ({ item }) => item.asin,
  quantity: ({ item }) => String(item.quantity),
  currency: ({ order }) => order.currency,
  "item-price": lineTotal,
  "is-business-order": ({ order }) => String(order.programs.includes("AMAZON_BUSINESS")),
  "is-replacement-order": ({ order }) => String(order.replacementOf !== null),
};

const SHIPMENTS_COLUMNS: Columns = {
  "amazon-order-id": ({ order }) => order.orderId,
  "amazon-order-item-id": ({ item }) => item.orderItemId,
  "purchase-date": ({ moment }) => moment.createdAt.toString(),
  "shipment-date": ({ moment }) => moment.shippedAt?.toString() ?? "",
  "reporting-date": ({ moment }) => moment.updatedAt.toString(),
  "buyer-email": ({ order }) => order.alias,
  sku: ({ item }) => item.sku,
  "product-name": ({ item }) => item.title,
  "quantity-shipped": ({ item }) => String(item.quantity),
  currency: ({ order }) => order.currency,
  "item-price": lineTotal,
  "ship-service-level": ({ order }) => SERVICE_TEXTS[order.serviceLevel],
  "estimated-arrival-date": ({ order }) => order.deliverBy.latest ?? "",
  "fulfillment-channel": () => "AFN",
  "sales-channel": ({ order }) => (order.channel === "amazon" ? "Amazon.com" : "Non-Amazon US"),
};

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  PENDING_AVAILABILITY: "PendingAvailability",
  PENDING: "Pending",
  UNSHIPPED: "Unshipped",
  PARTIALLY_SHIPPED: "PartiallyShipped",
  SHIPPED: "Shipped",
  CANCELLED: "Cancelled",
  UNFULFILLABLE: "Unfulfillable",
};

const SERVICE_TEXTS: Readonly<Record<WorldOrder["serviceLevel"], string>> = {
  STANDARD: "Standard",
  EXPEDITED: "Expedited",
  SECOND_DAY: "SecondDay",
  NEXT_DAY: "NextDay",
};

function lineTotal({ item }: Line): string {
  return (Number(item.unitPrice) * item.quantity).toFixed(2);
}

function table(columns: Columns, lines: readonly Line[]): string {
  const cells = Object.values(columns);
  const rows = lines.map((line) => cells.map((cell) => cell(line)).join("\t"));
  return `${[Object.keys(columns).join("\t"), ...rows].join("\n")}\n`;
}
