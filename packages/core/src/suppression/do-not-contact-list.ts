import { isAlias, normalizeAlias } from "./alias.ts";

/** What a list from another tool names: an order's buyer by the order, or the buyer by the alias. */
export interface DoNotContactList {
  readonly orderIds: readonly string[];
  readonly aliases: readonly string[];
  /** Numbers of lines that hold neither; their text is not kept. */
  readonly unreadable: readonly number[];
}

/** Lists longer than this come in parts. */
export const MOST_LINES = 20_000;

const ORDER_ID = /^\d{3}-?\d{7}-?\d{7}$/;
const HEADER = /order|e-?mail|buyer|address/i;

/**
 * Reads a do-not-contact list as other tools export it: one entry a line, or CSV or TSV with the entry in any cell.
 * A first line without an entry is taken for the header.
 */
export function readDoNotContactList(text: string): DoNotContactList {
  const orderIds = new Set<string>();
  const aliases = new Set<string>();
  const unreadable: number[] = [];
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    const cells = cellsOf(line);
    const ids = cells.filter((cell) => ORDER_ID.test(cell)).map(withDashes);
    const addresses = cells.filter(isAlias).map(normalizeAlias);
    for (const id of ids) orderIds.add(id);
    for (const address of addresses) aliases.add(address);
    const nothing = ids.length + addresses.length === 0 && cells.length > 0;
    if (nothing && !(index === 0 && HEADER.test(line))) unreadable.push(index + 1);
  }
  return { orderIds: [...orderIds], aliases: [...aliases], unreadable };
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/[,;\t]/)
    .map((cell) =>
      cell
        .trim()
        .replace(/^["']{1,3}|["']{1,3}$/g, "")
        .trim(),
    )
    .filter((cell) => cell !== "");
}

function withDashes(id: string): string {
  const digits = id.replaceAll("-", "");
  return `${digits.slice(0, 3)}-${digits.slice(3, 10)}-${digits.slice(10)}`;
}
