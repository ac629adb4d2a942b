export interface OutputSpan {
  /** The text as it was written, with its tags. */
  readonly source: string;
  readonly output: string;
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly output: number;
  readonly source: number;
  readonly length: number;
}

interface Tag {
  readonly from: number;
  readonly to: number;
}

/** One pass: what is opened behind the last end of its kind is no tag, and nobody looks for its end again. */
function tagsOf(source: string): readonly Tag[] {
  const last = { "}}": source.lastIndexOf("}}"), "%}": source.lastIndexOf("%}") };
  const tags: Tag[] = [];
  for (let at = source.indexOf("{"); at !== -1; at = source.indexOf("{", at)) {
    const end = source[at + 1] === "{" ? "}}" : "%}";
    const isTag = (source[at + 1] === "{" || source[at + 1] === "%") && last[end] >= at + 2;
    const to = isTag ? source.indexOf(end, at + 2) + end.length : at + 1;
    if (isTag) tags.push({ from: at, to });
    at = to;
  }
  return tags;
}

/**
 * Where in the source a span of the output was written: what stands between tags comes out unchanged and in order, so
 * those pieces are found again; a span within a variable's value points at its tag. Null where nothing fits.
 */
export function toSourceSpan({ source, output, from, to }: OutputSpan): { from: number; to: number } | null {
  const pieces = align(source, output);
  const start = toSource(pieces, from, "start");
  const end = toSource(pieces, to, "end");
  if (start === null || end === null || end < start) return null;
  return { from: start, to: Math.min(end, source.length) };
}

function align(source: string, output: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [read, written] = [0, 0];
  for (const { index, text } of literals(source)) {
    const found = output.indexOf(text, written);
    if (found === -1) continue;
    pieces.push({ output: found, source: index, length: text.length });
    [read, written] = [index + text.length, found + text.length];
  }
  return [...pieces, { output: output.length, source: Math.max(read, source.length), length: 0 }];
}

function literals(source: string): readonly { readonly index: number; readonly text: string }[] {
  const found: { index: number; text: string }[] = [];
  let index = 0;
  for (const { from, to } of tagsOf(source)) {
    if (from > index) found.push({ index, text: source.slice(index, from) });
    index = to;
  }
  if (index < source.length) found.push({ index, text: source.slice(index) });
  return found;
}

/** A place between two pieces lies in a tag: its start is the end of the piece before, its end the start of the next. */
function toSource(pieces: readonly Piece[], at: number, side: "start" | "end"): number | null {
  const holds = ({ output, length }: Piece) =>
    side === "start" ? at >= output && at < output + length : at > output && at <= output + length;
  const piece = pieces.find(holds);
  if (piece !== undefined) return piece.source + (at - piece.output);
  const before = pieces.findLast(({ output, length }) => output + length <= at);
  const after = pieces.find(({ output }) => output >= at);
  if (side === "start") return before === undefined ? 0 : before.source + before.length;
  return after?.source ?? null;
}
