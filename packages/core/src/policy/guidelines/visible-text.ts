import { parseFragment } from "parse5";
import type { Range } from "./parse-html.ts";

interface Segment {
  /** Offset in the visible text where this segment begins. */
  readonly at: number;
  readonly length: number;
  readonly range: Range;
}

/** The text that a reader sees, in order; blocks stand on lines of their own. Offsets lead back to the source. */
export class VisibleText {
  readonly source: string;
  private readonly pieces: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;
  private joined: string | null = null;

  constructor(source: string) {
    this.source = source;
  }

  get value(): string {
    this.joined ??= this.pieces.join("");
    return this.joined;
  }

  add(value: string, range: Range): void {
    if (value !== "") {
      this.segments.push({ at: this.length, length: value.length, range });
      this.push(value);
    }
  }

  breakLine(): void {
    if (this.length > 0 && this.pieces.at(-1) !== "\n") {
      this.push("\n");
    }
  }

  /** The place in the source of a stretch of the visible text. */
  rangeOf(from: number, to: number): Range {
    const first = this.segmentAt(from);
    const last = this.segmentAt(Math.max(from, to - 1));
    if (first === null || last === null) {
      return { from: 0, to: 0 };
    }
    return { from: this.sourceOffset(first, from - first.at), to: this.sourceOffset(last, to - last.at) };
  }

  private push(value: string): void {
    this.pieces.push(value);
    this.length += value.length;
    this.joined = null;
  }

  private segmentAt(offset: number): Segment | null {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.at ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this.segments[low] ?? null;
  }

  private sourceOffset(segment: Segment, within: number): number {
    const { from, to } = segment.range;
    const offset = Math.min(Math.max(within, 0), segment.length);
    return to - from === segment.length ? from + offset : from + offsetInRaw(this.source.slice(from, to), offset);
  }
}

const REFERENCE = /&(?:#\d{1,8}|#x[0-9a-f]{1,8}|[a-z][a-z0-9]{0,31});?/iy;

/** How far into raw HTML text the decoded offset lies; character references and CR LF are longer than what they stand for. */
function offsetInRaw(raw: string, offset: number): number {
  let decoded = 0;
  let at = 0;
  while (decoded < offset && at < raw.length) {
    const step = stepAt(raw, at);
    decoded += step.decoded;
    at += step.raw;
  }
  return at;
}

function stepAt(raw: string, at: number): { raw: number; decoded: number } {
  if (raw.charAt(at) === "\r" && raw.charAt(at + 1) === "\n") {
    return { raw: 2, decoded: 1 };
  }
  REFERENCE.lastIndex = at;
  const reference = raw.charAt(at) === "&" ? REFERENCE.exec(raw)?.[0] : undefined;
  return reference === undefined
    ? { raw: 1, decoded: 1 }
    : { raw: reference.length, decoded: decodedLength(reference) };
}

function decodedLength(reference: string): number {
  const node = parseFragment(reference).childNodes[0];
  return node !== undefined && "value" in node ? node.value.length : reference.length;
}
