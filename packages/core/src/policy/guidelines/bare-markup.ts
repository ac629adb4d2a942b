import type { FlowItem, Markup, MarkupElement, Range } from "./parse-html.ts";
import { VisibleText } from "./visible-text.ts";

/**
 * Reads markup that is as bare as our templates are: these elements in lower case without attributes, well nested, and
 * no character references. Answers null for anything else, which a real parser must judge. A test compares both.
 */
export function readBareMarkup(source: string): Markup | null {
  const reading = new BareReading(source);
  return reading.run() ? reading.finish() : null;
}

const INLINE = new Set(["strong", "em"]);
const LISTS = new Set(["ul", "ol"]);
const TAG = /<(\/?)(p|br|ul|ol|li|strong|em)>/y;
const SEEN = /[^\s\u00a0\u200b-\u200d\u2060\ufeff]/;
const NONE: ReadonlyMap<string, string> = new Map();
const DEEPEST = 40;

/** White space before the document begins is none of it. */
function startOf(source: string): number {
  let at = 0;
  while (at < source.length && " \t\n\f".includes(source.charAt(at))) {
    at += 1;
  }
  return at;
}

interface Open {
  readonly name: string;
  readonly range: Range;
  /** How much flow there was when it began. */
  readonly before: number;
}

class BareReading {
  private readonly source: string;
  private readonly text: VisibleText;
  private readonly elements: MarkupElement[] = [];
  private readonly flow: FlowItem[] = [];
  private readonly open: Open[] = [];

  constructor(source: string) {
    this.source = source;
    this.text = new VisibleText(source);
  }

  run(): boolean {
    const { source } = this;
    if (/[&\0\r]/.test(source)) {
      return false;
    }
    let at = startOf(source);
    while (at >= 0 && at < source.length) {
      at = this.readPiece(at);
    }
    while (this.open.length > 0) {
      this.close(source.length);
    }
    // The document itself is a block, too.
    this.text.breakLine();
    return at >= 0;
  }

  /** A text and the tag after it. */
  private readPiece(at: number): number {
    const tag = this.source.indexOf("<", at);
    this.readText(at, tag < 0 ? this.source.length : tag);
    return tag < 0 ? this.source.length : this.readTag(tag);
  }

  finish(): Markup {
    const { source, elements, text, flow } = this;
    return { source, elements, withAttributes: [], declarations: [], text, flow, tooDeep: false };
  }

  private readText(from: number, to: number): void {
    if (from === to) {
      return;
    }
    const value = this.source.slice(from, to);
    this.text.add(value, { from, to });
    if (SEEN.test(value)) {
      this.flow.push({ kind: "content" });
    }
  }

  /** Answers where the tag ends, or -1 where it is none of the bare ones. */
  private readTag(at: number): number {
    TAG.lastIndex = at;
    const match = TAG.exec(this.source);
    const name = match?.[2];
    if (match === null || name === undefined) {
      return -1;
    }
    const range = { from: at, to: TAG.lastIndex };
    const isRead = match[1] === "/" ? this.readEnd(name, range) : this.readStart(name, range);
    return isRead ? range.to : -1;
  }

  private readStart(name: string, range: Range): boolean {
    if (!this.mayStart(name, range.from)) {
      return false;
    }
    if (!INLINE.has(name)) {
      this.text.breakLine();
    }
    this.elements.push({ name, attributes: NONE, range, whole: range, attributeRange: () => range });
    if (name === "br") {
      this.flow.push({ kind: "break", range });
      return true;
    }
    if (name === "li") {
      this.flow.push({ kind: "content" });
    }
    this.open.push({ name, range, before: this.flow.length });
    return this.open.length <= DEEPEST;
  }

  /** A paragraph ends the one before; whatever else would move elements about is left to the parser. */
  private mayStart(name: string, at: number): boolean {
    const last = this.open.at(-1)?.name;
    if (name === "li") {
      return last !== undefined && LISTS.has(last);
    }
    if (name !== "p" && !LISTS.has(name)) {
      return true;
    }
    if (last === "p") {
      this.close(at);
    }
    return !this.open.some((one) => one.name === "p");
  }

  private readEnd(name: string, range: Range): boolean {
    if (this.open.at(-1)?.name !== name) {
      return false;
    }
    this.close(range.to);
    return true;
  }

  private close(to: number): void {
    const last = this.open.pop();
    if (last === undefined || INLINE.has(last.name)) {
      return;
    }
    this.text.breakLine();
    if (last.name === "p" && this.flow.length === last.before) {
      this.flow.push({ kind: "break", range: { from: last.range.from, to } });
    }
  }
}
