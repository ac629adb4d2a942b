import type { Instant } from "@heed/core/time";
import type { FactReportType } from "../report-types.ts";
import { BadLine } from "./cells.ts";
import { dayOf } from "./report-day.ts";

/** What one line says about one order. */
export interface ReportFact {
  readonly orderId: string;
  readonly returnedAt?: Instant;
  readonly refundedAt?: Instant;
  readonly feedbackRating?: number;
}

export type FactColumns = ReadonlyMap<string, number>;

export interface FactRow {
  readonly cells: readonly string[];
  readonly columns: FactColumns;
  readonly until: Instant;
}

const ORDER_ID = /^[0-9S]\d{2}-\d{7}-\d{7}$/;

/**
 * Columns as sellers' parsers of real reports name them (read 2026-11-25). Headers differ by language, order ids do not: where
 * the name is missing, the cell that looks like an order id is it.
 *
 * | report                            | a line means                                                           |
 * |-----------------------------------|------------------------------------------------------------------------|
 * | returns by return date (merchant) | returned at "Return request date", unless denied; refunded if an amount is |
 * | customer returns (FBA)            | returned at "return-date"; refunds do not stand in it                    |
 * | seller feedback                   | a rating from 1 to 3; better ones are not in it                          |
 */
export const FACT_READERS: Readonly<Record<FactReportType, (row: FactRow) => ReportFact | null>> = {
  GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: merchantReturn,
  GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: (row) => ({
    orderId: orderIdOf(row),
    returnedAt: dayOf(text(row, "return-date")) ?? row.until,
  }),
  GET_SELLER_FEEDBACK_DATA: feedback,
};

function merchantReturn(row: FactRow): ReportFact | null {
  const orderId = orderIdOf(row);
  if (/denied|declined|cancel/i.test(text(row, "return-request-status"))) return null;
  const returnedAt = dayOf(text(row, "return-request-date")) ?? row.until;
  const refunded = Number(text(row, "refunded-amount").replace(",", "."));
  return refunded > 0 ? { orderId, returnedAt, refundedAt: returnedAt } : { orderId, returnedAt };
}

/** The rating is the first cell that is a number of stars: it stands before the buyer's words in every language. */
function feedback(row: FactRow): ReportFact {
  const orderId = orderIdOf(row);
  const stars = text(row, "rating") || row.cells.find((cell) => /^[1-5]$/.test(cell)) || "";
  if (!/^[1-5]$/.test(stars)) throw new BadLine("the rating is not a number of stars");
  return { orderId, feedbackRating: Number(stars) };
}

function text({ cells, columns }: FactRow, column: string): string {
  const index = columns.get(column);
  return index === undefined ? "" : (cells[index] ?? "");
}

function orderIdOf(row: FactRow): string {
  const named = text(row, "order-id");
  const orderId = ORDER_ID.test(named) ? named : row.cells.find((cell) => ORDER_ID.test(cell));
  if (orderId === undefined) throw new BadLine("there is no order id");
  return orderId;
}
