import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

/** The cells of one line that Heed reads, by column name. */
export interface Row {
  readonly line: number;
  /** Trimmed; empty where the column or the value is missing. */
  text(column: string): string;
}

/** Why a line cannot be read; caught where lines are read, and told to the seller with the line's number. */
export class BadLine extends Error {}

export function requireInstant(row: Row, column: string): Instant {
  const found = optionalInstant(row, column);
  if (found === null) throw new BadLine(`${column} is missing`);
  return found;
}

/** ISO 8601 with an offset, as Amazon's reports have it; null where the cell is empty. */
export function optionalInstant(row: Row, column: string): Instant | null {
  const text = row.text(column);
  if (text === "") return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new BadLine(`${column} is not a date with an offset`);
  }
}

/** A whole number from 0 to 1,000,000. */
export function requireCount(row: Row, column: string): number {
  const text = row.text(column);
  if (!/^\d{1,7}$/.test(text) || Number(text) > 1_000_000) throw new BadLine(`${column} is not a whole number`);
  return Number(text);
}

const ORDER_ID = /^[0-9S]\d{2}-\d{7}-\d{7}$/;

export function requireOrderId(text: string): string {
  if (!ORDER_ID.test(text)) throw new BadLine("amazon-order-id is not an order id");
  return text;
}

export function requireText(row: Row, column: string): string {
  const text = row.text(column);
  if (text === "") throw new BadLine(`${column} is missing`);
  return text;
}

export function isTrue(row: Row, column: string): boolean {
  return /^(true|yes|1)$/i.test(row.text(column));
}
