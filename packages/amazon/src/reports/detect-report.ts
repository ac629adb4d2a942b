import { AppError } from "@heed/core/errors";
import type { ReportKind } from "./columns.ts";
import { COLUMNS } from "./columns.ts";
import type { ReportEncoding } from "./encoding.ts";
import { guessEncoding } from "./encoding.ts";
import type { Line } from "./read-lines.ts";
import { readLines } from "./read-lines.ts";
import type { ReportSource } from "./report-source.ts";
import { readBytes } from "./report-source.ts";

/** Which report a file is and where its columns stand. */
export interface ReportLayout {
  readonly kind: ReportKind;
  readonly encoding: ReportEncoding;
  readonly bytes: number;
  readonly headerLine: number;
  /** Number of columns of the header. */
  readonly width: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly missingColumns: readonly string[];
}

/** Reads the whole file once. Throws INVALID, with a text for the seller, for anything but the two order reports. */
export async function detectReport(source: ReportSource): Promise<ReportLayout> {
  const { encoding, bytes } = await survey(source);
  const { names, headerLine, hasRows } = await readHeader(source, encoding);
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!columns.has(name)) columns.set(name, index);
  const kind = kindOf(columns);
  const plan = COLUMNS[kind];
  const absent = plan.required.filter((name) => !columns.has(name));
  if (absent.length > 0) throw invalid(`The report lacks the columns ${absent.join(", ")}`, "missing_columns");
  if (!hasRows) throw invalid("The report holds no orders", "empty");
  const missingColumns = plan.wanted.filter((name) => !columns.has(name));
  return { kind, encoding, bytes, headerLine, width: names.length, columns, missingColumns };
}

async function survey(source: ReportSource): Promise<{ encoding: ReportEncoding; bytes: number }> {
  const guess = guessEncoding();
  let bytes = 0;
  for await (const chunk of readBytes(source)) {
    if (bytes === 0) refuseOtherFiles(chunk);
    bytes += chunk.byteLength;
    guess.push(chunk);
  }
  if (bytes === 0) throw invalid("The report is empty", "empty");
  return { encoding: guess.finish(), bytes };
}

const OTHER_FILES: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "This is an Excel or ZIP file. Upload the tab-separated text file as Amazon delivers it"],
  ["\u00d0\u00cf\u0011\u00e0", "This is an Excel file. Upload the tab-separated text file as Amazon delivers it"],
  ["\u001f\u008b", "This file is compressed. Unpack it and upload the text file inside"],
  ["%PDF", "This is a PDF file. Upload the tab-separated text file as Amazon delivers it"],
  ["<", "This is an XML or HTML file. Upload the tab-separated text file as Amazon delivers it"],
  ["{", "This is a JSON file. Upload the tab-separated text file as Amazon delivers it"],
];

function refuseOtherFiles(chunk: Uint8Array): void {
  const start = Buffer.from(chunk.subarray(0, 64)).toString("latin1").trimStart();
  const other = OTHER_FILES.find(([magic]) => start.startsWith(magic));
  if (other !== undefined) throw invalid(other[1], "wrong_file_type");
}

interface Header {
  readonly names: readonly string[];
  readonly headerLine: number;
  readonly hasRows: boolean;
}

/** The first line that is not blank, and whether another one follows it. */
async function readHeader(source: ReportSource, encoding: ReportEncoding): Promise<Header> {
  let header: Line | null = null;
  for await (const line of filledLines(source, encoding)) {
    if (header !== null) return headerOf(header, true);
    header = line;
  }
  if (header === null) throw invalid("The report is empty", "empty");
  return headerOf(header, false);
}

async function* filledLines(source: ReportSource, encoding: ReportEncoding): AsyncGenerator<Line, void, void> {
  for await (const lines of readLines(source, encoding)) yield* lines.filter((line) => line.text?.trim() !== "");
}

function headerOf({ number, text }: Line, hasRows: boolean): Header {
  return { names: (text ?? "").split("\t").map(columnName), headerLine: number, hasRows };
}

function columnName(cell: string): string {
  return cell.replaceAll('"', "").trim().toLowerCase();
}

function kindOf(names: Pick<ReadonlySet<string>, "has">): ReportKind {
  if (names.has("order-status") && names.has("last-updated-date")) return "orders";
  if (names.has("shipment-id") || names.has("shipment-date")) return "shipments";
  const types = Object.values(COLUMNS).map((plan) => plan.type);
  throw invalid(
    `This is not a report that Heed reads. It reads ${types.join(" and ")}, tab-separated`,
    "wrong_file_type",
  );
}

function invalid(message: string, reason: string): AppError {
  return new AppError("INVALID", message, { details: { reason } });
}
