import { EXAMPLE_VARIABLES } from "./variables.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text with examples in place of its variables; offsets lead back to the source. */
export interface ExpandedText {
  readonly value: string;
  readonly namesOrder: boolean;
  rangeOf(from: number, to: number): Range;
}

interface Piece {
  readonly at: number;
  readonly value: string;
  readonly range: Range;
  /** A variable stands for its value as a whole. */
  readonly whole: boolean;
}

/**
 * What a text would say, without running it: every branch and one turn of every loop, so that nothing hides behind a
 * condition. Tags fall away; what the branches say is kept apart.
 */
export function expandLiquid(source: string): ExpandedText {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (piece: Omit<Piece, "at">): void => {
    pieces.push({ ...piece, at: length });
    length += piece.value.length;
  };
  let at = 0;
  for (let open = nextOpen(source, at); open !== null; open = nextOpen(source, at)) {
    add({ value: source.slice(at, open.from), range: { from: at, to: open.from }, whole: false });
    const { value, to } = readMark(source, open);
    add({ value, range: { from: open.from, to }, whole: true });
    at = to;
  }
  add({ value: source.slice(at), range: { from: at, to: source.length }, whole: false });
  const namesOrder = pieces.some(({ whole, value }) => whole && value.includes(EXAMPLE_VARIABLES.order.id));
  return {
    value: pieces.map(({ value }) => value).join(""),
    namesOrder,
    rangeOf: (from, to) => ({ from: startOf(pieces, from), to: Math.max(startOf(pieces, from), endOf(pieces, to)) }),
  };
}

export function hasLiquid(source: string): boolean {
  return source.includes("{{") || source.includes("{%");
}

interface Open {
  readonly from: number;
  readonly isOutput: boolean;
}

function nextOpen(source: string, at: number): Open | null {
  const output = source.indexOf("{{", at);
  const tag = source.indexOf("{%", at);
  const from = output < 0 ? tag : tag < 0 ? output : Math.min(output, tag);
  return from < 0 ? null : { from, isOutput: from === output };
}

function readMark(source: string, open: Open): { value: string; to: number } {
  const close = source.indexOf(open.isOutput ? "}}" : "%}", open.from + 2);
  const to = close < 0 ? source.length : close + 2;
  const inside = source.slice(open.from + 2, close < 0 ? source.length : close).replace(/^-|-$/g, "");
  if (open.isOutput) {
    return { value: exampleOf(inside.trim()), to };
  }
  if (/^\s*comment\b/.test(inside)) {
    return { value: "", to: endOfComment(source, to) };
  }
  // Branches follow each other only here: the last word of one and the first of the next are two.
  return { value: /^\s*(?:else|elsif|when)\b/.test(inside) ? " " : "", to };
}

function endOfComment(source: string, at: number): number {
  const end = /\{%-?\s*endcomment\s*-?%\}/g;
  end.lastIndex = at;
  const match = end.exec(source);
  return match === null ? source.length : match.index + match[0].length;
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** The example of a path, a literal as it stands; texts in a filter's arguments are shown as well. */
function exampleOf(expression: string): string {
  const literals = [...expression.matchAll(QUOTED)].map(([quoted]) => quoted.slice(1, -1));
  if (/^["']/.test(expression)) {
    return literals.join("");
  }
  const path = /^[\w.[\]-]{1,200}/.exec(expression)?.[0] ?? "";
  return [exampleAt(path), ...literals].join("");
}

function exampleAt(path: string): string {
  const [item] = EXAMPLE_VARIABLES.order.items;
  const examples: Readonly<Record<string, string | number | undefined>> = {
    "order.id": EXAMPLE_VARIABLES.order.id,
    "store.name": EXAMPLE_VARIABLES.store.name,
    "marketplace.name": EXAMPLE_VARIABLES.marketplace.name,
    "marketplace.domain": EXAMPLE_VARIABLES.marketplace.domain,
    title: item?.title,
    quantity: item?.quantity,
  };
  return String(examples[path] ?? examples[path.split(".").at(-1) ?? ""] ?? "x");
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return pieces[low];
}

function startOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, offset);
  return piece === undefined ? 0 : piece.range.from + (piece.whole ? 0 : offset - piece.at);
}

function endOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, Math.max(0, offset - 1));
  return piece === undefined ? 0 : piece.whole ? piece.range.to : piece.range.from + (offset - piece.at);
}
