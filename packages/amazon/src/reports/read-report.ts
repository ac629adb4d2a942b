import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { IncomingOrder } from "@heed/core/order/order";
import type { Row } from "./cells.ts";
import { BadLine } from "./cells.ts";
import type { ReportKind } from "./columns.ts";
import type { ReportLayout } from "./detect-report.ts";
import { detectReport } from "./detect-report.ts";
import type { ReportEncoding } from "./encoding.ts";
import type { Grouped, OrderGroup } from "./group-orders.ts";
import { groupOrders } from "./group-orders.ts";
import { ordersReportOrder, readOrdersRow } from "./orders-report.ts";
import type { ReportSource } from "./report-source.ts";
import { readShipmentsRow, shipmentsReportOrder } from "./shipments-report.ts";

export interface ReportSummary {
  readonly kind: "summary";
  readonly report: ReportKind;
  readonly encoding: ReportEncoding;
  readonly orders: number;
  readonly items: number;
  readonly badLines: number;
  /** Orders from outside Amazon, stored and never messaged. */
  readonly otherChannel: number;
  /** Sales channels that are no marketplace Heed knows, with the number of their orders. */
  readonly unknownMarketplaces: Readonly<Record<string, number>>;
  /** Columns that Heed would have used and the report does not have. */
  readonly missingColumns: readonly string[];
}

export type ReportEvent =
  /** `line`: the order's first line in the file. */
  | { readonly kind: "order"; readonly incoming: IncomingOrder; readonly line: number }
  | { readonly kind: "bad_line"; readonly line: number; readonly reason: string }
  /** Always the last one. */
  | ReportSummary;

/**
 * Reads one of Amazon's two order reports: its orders, the lines that cannot be read, and a summary at the end. An order
 * comes out once, with all its lines; the order of orders is not the file's. Throws INVALID before the first event, with
 * a text for the seller, when the file is no such report or holds no orders.
 */
export async function* readReport(source: ReportSource): AsyncGenerator<ReportEvent, void, void> {
  const layout = await detectReport(source);
  const count = new Count(layout);
  for await (const grouped of groupOrders(source, layout)) {
    for (const event of eventsOf(grouped, layout.kind)) {
      count.add(event);
      yield event;
    }
  }
  yield count.summary();
}

type LineEvent = Exclude<ReportEvent, ReportSummary>;

function eventsOf(grouped: Grouped, kind: ReportKind): readonly LineEvent[] {
  if (grouped.kind === "bad_line") return [grouped];
  return kind === "orders"
    ? orderEvents(grouped.group, readOrdersRow, ordersReportOrder)
    : orderEvents(grouped.group, readShipmentsRow, shipmentsReportOrder);
}

function orderEvents<R extends { readonly line: number }>(
  { orderId, rows }: OrderGroup,
  read: (row: Row) => R,
  orderOf: (orderId: string, rows: readonly [R, ...R[]]) => IncomingOrder,
): readonly LineEvent[] {
  const events: LineEvent[] = [];
  const good: R[] = [];
  for (const row of rows) {
    try {
      good.push(read(row));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      events.push({ kind: "bad_line", line: row.line, reason: error.message });
    }
  }
  const [first, ...others] = good;
  if (first !== undefined) {
    events.push({ kind: "order", incoming: orderOf(orderId, [first, ...others]), line: first.line });
  }
  return events;
}

class Count {
  readonly #layout: ReportLayout;
  readonly #unknown = new Map<string, number>();
  #orders = 0;
  #items = 0;
  #badLines = 0;
  #otherChannel = 0;

  constructor(layout: ReportLayout) {
    this.#layout = layout;
  }

  add(event: LineEvent): void {
    if (event.kind === "bad_line") {
      this.#badLines++;
      return;
    }
    const { channel, marketplaceId, items } = event.incoming.order;
    this.#orders++;
    this.#items += items.length;
    if (channel === "other") this.#otherChannel++;
    else if (marketplaceById(marketplaceId) === null) {
      this.#unknown.set(marketplaceId, (this.#unknown.get(marketplaceId) ?? 0) + 1);
    }
  }

  summary(): ReportSummary {
    const { kind, encoding, missingColumns } = this.#layout;
    return {
      kind: "summary",
      report: kind,
      encoding,
      orders: this.#orders,
      items: this.#items,
      badLines: this.#badLines,
      otherChannel: this.#otherChannel,
      unknownMarketplaces: Object.fromEntries(this.#unknown),
      missingColumns,
    };
  }
}
