import { type Instant, Temporal } from "../time.ts";
import { foldText } from "./fold-text.ts";
import { findOrderIds } from "./order-id.ts";

export interface RefusalLine {
  readonly orderId: string;
  /** The day the list gives, or null where it gives none. */
  readonly at: Instant | null;
}

export interface RefusalList {
  readonly lines: readonly RefusalLine[];
  /** Lines that hold no order id, the heading not counted. */
  readonly bad: number;
}

const DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const LONGEST_LIST = 100_000;

/** A CSV of past refusals from anywhere: each line is one order, whatever else stands in it. */
export function readRefusalList(csv: string): RefusalList {
  const rows = csv
    .split(/\r?\n/)
    .slice(0, LONGEST_LIST)
    .filter((row) => row.trim() !== "");
  const seen = new Map<string, RefusalLine>();
  let bad = 0;
  for (const [index, row] of rows.entries()) {
    const [orderId] = findOrderIds(foldText(row));
    if (orderId === undefined) bad += index === 0 ? 0 : 1;
    else if (!seen.has(orderId)) seen.set(orderId, { orderId, at: dateIn(row) });
  }
  return { lines: [...seen.values()], bad };
}

function dateIn(row: string): Instant | null {
  const match = DATE.exec(row);
  if (match === null) return null;
  try {
    return Temporal.PlainDate.from(match[0]).toZonedDateTime("UTC").toInstant();
  } catch {
    return null;
  }
}
