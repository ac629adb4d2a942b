import { Temporal } from "@heed/core/time";
import type { WorldOrder } from "../world/types.ts";

/** Columns as sellers' parsers of real reports name them (read 2026-11-25). */
const COLUMNS = {
  GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: [
    "Order ID",
    "Order date",
    "Return request date",
    "Return request status",
    "Amazon RMA ID",
    "Label type",
    "Currency code",
    "ASIN",
    "Merchant SKU",
    "Item Name",
    "Return quantity",
    "Return Reason",
    "Resolution",
    "Refunded Amount",
  ],
  GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: [
    "return-date",
    "order-id",
    "sku",
    "asin",
    "product-name",
    "quantity",
    "fulfillment-center-id",
    "detailed-disposition",
    "reason",
    "status",
  ],
  GET_SELLER_FEEDBACK_DATA: ["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"],
} as const;
export type FactReportType = keyof typeof COLUMNS;

interface Span {
  readonly from: string;
  readonly until: string;
}

type Cells = Readonly<Record<string, string>>;

export function isFactReport(type: string): type is FactReportType {
  return Object.hasOwn(COLUMNS, type);
}

/** What became of the orders within the span, one line each, as Amazon's reports have it. */
export function factReportText(type: FactReportType, orders: readonly WorldOrder[], span: Span): string {
  const columns: readonly string[] = COLUMNS[type];
  const rows = orders
    .flatMap((order) => cellsOf(type, order, span))
    .map((cells) => columns.map((name) => cells[name] ?? "").join("\t"));
  return `${[columns.join("\t"), ...rows].join("\n")}\n`;
}

function cellsOf(type: FactReportType, order: WorldOrder, span: Span): readonly Cells[] {
  if (type === "GET_SELLER_FEEDBACK_DATA") return isTold(order.feedback, span) ? [feedback(order)] : [];
  if (!within(order.returnedAt, span)) return [];
  const amazons = type === "GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA";
  if ((order.fulfilledBy === "amazon") !== amazons) return [];
  return [amazons ? amazonReturn(order) : merchantReturn(order)];
}

/** The report leaves out what is better than neutral. */
function isTold(given: WorldOrder["feedback"], span: Span): boolean {
  return given !== undefined && given.rating <= 3 && within(given.at, span);
}

function within(at: string | undefined, { from, until }: Span): boolean {
  if (at === undefined) return false;
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0;
}

function merchantReturn({ orderId, changes, returnedAt = "", refunded, currency, items }: WorldOrder): Cells {
  const [item] = items;
  return {
    "Order ID": orderId,
    "Order date": day(changes[0]?.at ?? returnedAt),
    "Return request date": day(returnedAt),
    "Return request status": "Approved",
    "Amazon RMA ID": "DMsandboxRRMA",
    "Currency code": currency,
    ASIN: item?.asin ?? "",
    "Merchant SKU": item?.sku ?? "",
    "Item Name": item?.title ?? "",
    "Return quantity": "1",
    "Return Reason": "CR-UNWANTED_ITEM",
    Resolution: "StandardRefund",
    ...(refunded === true && { "Refunded Amount": item?.unitPrice ?? "1.00" }),
  };
}

function amazonReturn({ orderId, returnedAt = "", items }: WorldOrder): Cells {
  const [item] = items;
  return {
    "return-date": returnedAt.replace("Z", "+00:00"),
    "order-id": orderId,
    sku: item?.sku ?? "",
    asin: item?.asin ?? "",
    "product-name": item?.title ?? "",
    quantity: "1",
    "fulfillment-center-id": "XSB1",
    "detailed-disposition": "SELLABLE",
    reason: "UNWANTED_ITEM",
    status: "Unit returned to inventory",
  };
}

function feedback({ orderId, alias, feedback: given }: WorldOrder): Cells {
  return {
    Date: day(given?.at ?? ""),
    Rating: String(given?.rating ?? ""),
    Comments: "Sample words of a buyer",
    "Order ID": orderId,
    "Rater Email": alias,
  };
}

/** `05-Mar-2026`, as the flat files write days. */
function day(at: string): string {
  const [year = "", month = "", date = ""] = at.slice(0, 10).split("-");
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${date}-${names[Number(month) - 1] ?? "Jan"}-${year}`;
}
