import type { Instant } from "@heed/core/time";
import type { FactReportType } from "../report-types.ts";
import { BadLine } from "./cells.ts";
import { guessEncoding, type ReportEncoding } from "./encoding.ts";
import { FACT_READERS, type FactColumns, type ReportFact } from "./fact-rows.ts";
import type { Line } from "./read-lines.ts";
import { readLines } from "./read-lines.ts";
import type { ReportSource } from "./report-source.ts";
import { readBytes } from "./report-source.ts";

export interface FactReport {
  readonly type: FactReportType;
  readonly source: ReportSource;
  /** Stands for a date that a line does not tell, or tells in a way that nobody can be sure of. */
  readonly until: Instant;
}

export type FactEvent =
  | { readonly kind: "fact"; readonly fact: ReportFact }
  | { readonly kind: "bad_line"; readonly line: number; readonly reason: string }
  /** Always the last one. */
  | { readonly kind: "summary"; readonly encoding: ReportEncoding; readonly lines: number; readonly badLines: number };

/** Reads such a report line by line, in constant memory; a line that cannot be read stops no other. */
export async function* readFactReport(report: FactReport): AsyncGenerator<FactEvent, void, void> {
  const encoding = await encodingOf(report.source);
  const reader = new FactReader(report);
  for await (const batch of readLines(report.source, encoding)) {
    yield* batch.map((line) => reader.read(line)).filter((event) => event !== null);
  }
  yield { kind: "summary", encoding, lines: reader.lines, badLines: reader.badLines };
}

class FactReader {
  readonly #report: FactReport;
  #columns: FactColumns | null = null;
  lines = 0;
  badLines = 0;

  constructor(report: FactReport) {
    this.#report = report;
  }

  /** Null for the header, a blank line, and a line that is no news. */
  read({ number, text }: Line): FactEvent | null {
    if (text?.trim() === "") return null;
    const cells = (text ?? "").split("\t").map(cellOf);
    if (this.#columns === null) {
      this.#columns = new Map(cells.map((name, index) => [columnName(name), index]));
      return null;
    }
    this.lines += 1;
    const event = text === null ? tooLong(number) : lineEvent(this.#report, { number, cells, columns: this.#columns });
    if (event?.kind === "bad_line") this.badLines += 1;
    return event;
  }
}

async function encodingOf(source: ReportSource): Promise<ReportEncoding> {
  const guess = guessEncoding();
  for await (const chunk of readBytes(source)) guess.push(chunk);
  return guess.finish();
}

interface ReadLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly columns: FactColumns;
}

/** Null for a line that is no news, such as a return that was denied. */
function lineEvent({ type, until }: FactReport, { number, cells, columns }: ReadLine): FactEvent | null {
  try {
    const fact = FACT_READERS[type]({ cells, columns, until });
    return fact === null ? null : { kind: "fact", fact };
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    return { kind: "bad_line", line: number, reason: error.message };
  }
}

const tooLong = (line: number): FactEvent => ({ kind: "bad_line", line, reason: "the line is too long" });

function cellOf(text: string): string {
  return text.replace(/^"|"$/g, "").trim();
}

/** "Return request date" and "return-request-date" are one name; both are in use. */
function columnName(cell: string): string {
  return cell.toLowerCase().replace(/[\s_]+/g, "-");
}
