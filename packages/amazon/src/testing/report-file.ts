import type { ReportEvent, ReportSummary } from "../reports/read-report.ts";
import { readReport } from "../reports/read-report.ts";
import type { ReportSource } from "../reports/report-source.ts";

export type Cells = Readonly<Record<string, string>>;

/** A report whose columns are those of its first line, tab-separated, in the way of Amazon's. */
export function reportText(lines: readonly Cells[], lineEnd = "\r\n"): string {
  const names = Object.keys(lines[0] ?? {});
  const rows = lines.map((line) => names.map((name) => line[name] ?? "").join("\t"));
  return [names.join("\t"), ...rows, ""].join(lineEnd);
}

/** A source of bytes in small pieces, so that characters and lines fall apart. */
export function inPieces(content: string | Uint8Array, size = 7): ReportSource {
  const bytes = Buffer.from(content);
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

export interface Read {
  readonly orders: readonly Extract<ReportEvent, { readonly kind: "order" }>[];
  readonly bad: readonly Extract<ReportEvent, { readonly kind: "bad_line" }>[];
  readonly summary: ReportSummary;
}

export async function readAll(source: ReportSource): Promise<Read> {
  const events: ReportEvent[] = [];
  for await (const event of readReport(source)) events.push(event);
  const summary = events.at(-1);
  if (summary?.kind !== "summary") throw new Error("A report ends with its summary");
  return {
    orders: events.filter((event) => event.kind === "order"),
    bad: events.filter((event) => event.kind === "bad_line"),
    summary,
  };
}

/** A line of the orders report. */
export function orderLine(changes: Cells = {}): Cells {
  return {
    "amazon-order-id": "302-1234567-7654321",
    "merchant-order-id": "",
    "purchase-date": "2026-06-20T10:00:00+00:00",
    "last-updated-date": "2026-06-22T10:00:00+00:00",
    "order-status": "Shipped",
    "fulfillment-channel": "Amazon",
    "sales-channel": "Amazon.de",
    "order-channel": "",
    url: "",
    "ship-service-level": "Expedited",
    "product-name": "Becher",
    sku: "CUP-1",
    asin: "B000000001",
    "item-status": "Shipped",
    quantity: "2",
    currency: "EUR",
    "item-price": "19.90",
    "item-tax": "3.18",
    "shipping-price": "",
    "ship-city": "Musterstadt",
    "ship-state": "Musterland",
    "ship-postal-code": "99999",
    "ship-country": "DE",
    "promotion-ids": "",
    "is-business-order": "false",
    "purchase-order-number": "",
    "price-designation": "",
    ...changes,
  };
}

/** A line of the shipments report. */
export function shipmentLine(changes: Cells = {}): Cells {
  return {
    "amazon-order-id": "250-1234567-7654321",
    "shipment-id": "D1",
    "shipment-item-id": "S1",
    "amazon-order-item-id": "25012345678901",
    "purchase-date": "2026-06-20T10:00:00+09:00",
    "payments-date": "2026-06-20T10:00:00+09:00",
    "shipment-date": "2026-06-21T10:00:00+09:00",
    "reporting-date": "2026-06-22T10:00:00+09:00",
    "buyer-email": "a1b2c3d4e5@marketplace.amazon.co.jp",
    "buyer-name": "Musterkunde",
    "buyer-phone-number": "0300000000",
    sku: "CUP-JP",
    "product-name": "カップ",
    "quantity-shipped": "1",
    currency: "JPY",
    "item-price": "5980",
    "ship-service-level": "Standard",
    "recipient-name": "Musterkunde",
    "ship-address-1": "Musterweg 1",
    "ship-postal-code": "999-9999",
    "estimated-arrival-date": "2026-06-23T20:00:00+09:00",
    "fulfillment-channel": "AFN",
    "sales-channel": "Amazon.co.jp",
    ...changes,
  };
}
