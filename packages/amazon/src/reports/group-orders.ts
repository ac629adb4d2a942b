import type { Row } from "./cells.ts";
import { BadLine, requireOrderId } from "./cells.ts";
import type { ColumnPlan } from "./columns.ts";
import { COLUMNS } from "./columns.ts";
import type { ReportLayout } from "./detect-report.ts";
import type { Line } from "./read-lines.ts";
import { readLines } from "./read-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** All lines of one order, wherever they stand in the file. */
export interface OrderGroup {
  readonly orderId: string;
  readonly rows: readonly Row[];
}

export type Grouped =
  | { readonly kind: "group"; readonly group: OrderGroup }
  | { readonly kind: "bad_line"; readonly line: number; readonly reason: string };

/** Bytes of the file whose orders are held in memory at a time. */
const SHARE_BYTES = 12 * 1024 * 1024;
/** More passes would take too long; beyond 384 MB the share grows instead. */
const MOST_PASSES = 32;

/**
 * Groups a report by order without holding it: the file is read as often as it has shares, and each pass keeps only the
 * orders whose id falls into its share by hash, reduced to the columns that Heed reads.
 */
export async function* groupOrders(source: ReportSource, layout: ReportLayout): AsyncGenerator<Grouped, void, void> {
  const passes = Math.min(MOST_PASSES, Math.ceil(layout.bytes / SHARE_BYTES));
  for (let pass = 0; pass < passes; pass++) {
    const share = new Share(layout, (orderId) => hash(orderId) % passes === pass);
    for await (const lines of readLines(source, layout.encoding)) {
      for (const line of lines) share.add(line, pass === 0);
      yield* share.takeBad();
    }
    yield* share.groups();
  }
}

class Share {
  readonly #layout: ReportLayout;
  readonly #mine: (orderId: string) => boolean;
  /** The kept columns: where they stand in the file, and by name in a kept line. */
  readonly #indexes: readonly number[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #orderIdColumn: number;
  /** The kept cells of each line, joined: a new string, so that the chunk it came from can go. */
  readonly #orders = new Map<string, string[]>();
  #bad: Grouped[] = [];

  constructor(layout: ReportLayout, mine: (orderId: string) => boolean) {
    this.#layout = layout;
    this.#mine = mine;
    const columns = keptColumns(COLUMNS[layout.kind], layout.columns);
    this.#indexes = columns.map((column) => column.index);
    this.#positions = new Map(columns.map((column, position) => [column.name, position]));
    this.#orderIdColumn = layout.columns.get("amazon-order-id") ?? 0;
  }

  /** `report`: whether this pass tells of lines that belong to no order, as only one pass may. */
  add({ number, text }: Line, report: boolean): void {
    if (number <= this.#layout.headerLine) return;
    if (text === null) {
      if (report) this.#tell(number, "the line is too long");
      return;
    }
    if (text.trim() === "") return;
    const orderId = cell(text, this.#orderIdColumn).trim();
    if (this.#mine(orderId)) this.#keep(number, text, orderId);
  }

  #keep(number: number, text: string, orderId: string): void {
    const cells = text.split("\t");
    try {
      if (cells.length > this.#layout.width) {
        throw new BadLine(`the line has ${cells.length} columns, the header ${this.#layout.width}`);
      }
      requireOrderId(orderId);
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      this.#tell(number, error.message);
      return;
    }
    const kept = [orderId, String(number), ...this.#indexes.map((index) => cells[index]?.trim() ?? "")].join("\t");
    const lines = this.#orders.get(orderId);
    if (lines === undefined) this.#orders.set(kept.slice(0, orderId.length), [kept]);
    else lines.push(kept);
  }

  #tell(line: number, reason: string): void {
    this.#bad.push({ kind: "bad_line", line, reason });
  }

  takeBad(): readonly Grouped[] {
    const bad = this.#bad;
    this.#bad = [];
    return bad;
  }

  *groups(): Generator<Grouped, void, void> {
    for (const [orderId, lines] of this.#orders) {
      this.#orders.delete(orderId);
      yield { kind: "group", group: { orderId, rows: lines.map((kept) => this.#row(kept)) } };
    }
  }

  #row(kept: string): Row {
    const [, line, ...cells] = kept.split("\t");
    return { line: Number(line), text: (column) => cells[this.#positions.get(column) ?? -1] ?? "" };
  }
}

function keptColumns(
  plan: ColumnPlan,
  columns: ReadonlyMap<string, number>,
): readonly { name: string; index: number }[] {
  return [...plan.required, ...plan.wanted, ...plan.optional].flatMap((name) => {
    const index = columns.get(name);
    return index === undefined || name === "amazon-order-id" ? [] : [{ name, index }];
  });
}

/** One cell without splitting the line: most lines of a pass belong to another share. */
function cell(line: string, column: number): string {
  let start = 0;
  for (let skip = 0; skip < column; skip++) {
    const tab = line.indexOf("\t", start);
    if (tab < 0) return "";
    start = tab + 1;
  }
  const end = line.indexOf("\t", start);
  return end < 0 ? line.slice(start) : line.slice(start, end);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
