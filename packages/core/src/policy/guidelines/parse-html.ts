import { type DefaultTreeAdapterMap, parse } from "parse5";
import { readBareMarkup } from "./bare-markup.ts";
import { type Declaration, readDeclarations, readStyleSheet } from "./parse-css.ts";
import { VisibleText } from "./visible-text.ts";

type Node = DefaultTreeAdapterMap["node"];
export type Element = DefaultTreeAdapterMap["element"];

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A message's HTML as rules read it. All offsets point into the source as it was given. */
export interface Markup {
  readonly source: string;
  /** Elements that stand in the source, in document order; implied ones are left out. */
  readonly elements: readonly MarkupElement[];
  /** Those of them that have attributes: most have none. */
  readonly withAttributes: readonly MarkupElement[];
  readonly declarations: readonly Declaration[];
  /** What a reader sees, with a way back to the source. */
  readonly text: VisibleText;
  /** Breaks and visible content in document order. */
  readonly flow: readonly FlowItem[];
  /** True where the markup was too deeply nested to be judged; then everything else is empty. */
  readonly tooDeep: boolean;
}

export interface MarkupElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The start tag. */
  readonly range: Range;
  /** The whole element with its content. */
  readonly whole: Range;
  attributeRange(name: string): Range;
}

export type FlowItem = { readonly kind: "content" } | { readonly kind: "break"; readonly range: Range };

const UNSEEN = new Set(["head", "style", "script", "template", "title", "noscript"]);
const EMPTY_LINES = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]);
const CONTENT = new Set(["img", "hr", "input", "svg", "video", "object", "iframe", "table", "li"]);
const BLOCKS = new Set([
  ...EMPTY_LINES,
  "br",
  "ul",
  "ol",
  "li",
  "table",
  "tr",
  "td",
  "th",
  "hr",
  "body",
  "html",
  "section",
]);

const NONE: ReadonlyMap<string, string> = new Map();

/** Open formatting tags are opened again in each paragraph: beyond this, parsing would grow with their product. */
const DEEPEST = 256;
const OPENED_AGAIN = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

export function parseHtml(source: string): Markup {
  return readBareMarkup(source) ?? parseMarkup(source);
}

export function parseMarkup(source: string): Markup {
  if (isTooDeep(source)) {
    return {
      source,
      elements: [],
      withAttributes: [],
      declarations: [],
      text: new VisibleText(source),
      flow: [],
      tooDeep: true,
    };
  }
  const reading = new Reading(source);
  reading.walk(parse(source, { sourceCodeLocationInfo: true }));
  const { elements, withAttributes, declarations, text, flow } = reading;
  return { source, elements, withAttributes, declarations, text, flow, tooDeep: false };
}

class Reading {
  readonly elements: MarkupElement[] = [];
  readonly withAttributes: MarkupElement[] = [];
  readonly declarations: Declaration[] = [];
  readonly text: VisibleText;
  readonly flow: FlowItem[] = [];

  constructor(source: string) {
    this.text = new VisibleText(source);
  }

  /** Depth first with an own stack: a message may nest deeper than the call stack reaches. */
  walk(root: Node): void {
    const stack: (Visit | Leave | null)[] = [{ node: root, unseen: false }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (typeof next === "function") {
        next();
      } else if (next !== null) {
        const unseen = next.unseen || UNSEEN.has(next.node.nodeName);
        stack.push(this.enter(next.node, unseen), ...childVisits(next.node, unseen));
      }
    }
  }

  private enter(node: Node, unseen: boolean): Leave | null {
    if (node.nodeName === "#text" && "value" in node) {
      this.readText(node, unseen);
      return null;
    }
    if (!("attrs" in node)) {
      return null;
    }
    if (BLOCKS.has(node.nodeName)) {
      this.text.breakLine();
    }
    this.readElement(node);
    return this.readFlow(node, unseen);
  }

  private readText(node: DefaultTreeAdapterMap["textNode"], unseen: boolean): void {
    const location = node.sourceCodeLocation;
    if (location === null || location === undefined) {
      return;
    }
    if (unseen) {
      if (node.parentNode?.nodeName === "style") {
        this.declarations.push(...readStyleSheet(node.value, location.startOffset));
      }
      return;
    }
    this.text.add(node.value, { from: location.startOffset, to: location.endOffset });
    if (/[^\s\u00a0\u200b-\u200d\u2060\ufeff]/.test(node.value)) {
      this.flow.push({ kind: "content" });
    }
  }

  private readElement(node: Element): void {
    const location = node.sourceCodeLocation;
    if (location === null || location === undefined) {
      return;
    }
    const range = {
      from: location.startTag?.startOffset ?? location.startOffset,
      to: location.startTag?.endOffset ?? location.endOffset,
    };
    const element: MarkupElement = {
      name: node.nodeName,
      attributes: node.attrs.length === 0 ? NONE : new Map(node.attrs.map(({ name, value }) => [name, value])),
      range,
      whole: { from: location.startOffset, to: location.endOffset },
      attributeRange: (name) => {
        const place = location.attrs?.[name];
        return place === undefined ? range : { from: place.startOffset, to: place.endOffset };
      },
    };
    this.elements.push(element);
    if (node.attrs.length > 0) {
      this.withAttributes.push(element);
    }
    const style = element.attributes.get("style");
    if (style !== undefined) {
      this.declarations.push(...readDeclarations(style, { element, source: this.text.source }));
    }
  }

  /** A line break counts at once, an empty block where it ends. */
  private readFlow(node: Element, unseen: boolean): Leave | null {
    const location = node.sourceCodeLocation;
    const range = { from: location?.startOffset ?? 0, to: location?.endOffset ?? 0 };
    if (unseen) {
      return null;
    }
    if (node.nodeName === "br") {
      this.flow.push({ kind: "break", range });
    } else if (CONTENT.has(node.nodeName)) {
      this.flow.push({ kind: "content" });
    }
    const before = this.flow.length;
    return () => {
      const block = BLOCKS.has(node.nodeName) && node.nodeName !== "br";
      if (block) {
        this.text.breakLine();
      }
      if (EMPTY_LINES.has(node.nodeName) && this.flow.length === before) {
        this.flow.push({ kind: "break", range });
      }
    };
  }
}

/** What to do after the children. */
type Leave = () => void;

interface Visit {
  readonly node: Node;
  readonly unseen: boolean;
}

/** Last child first, as a stack wants them. */
function childVisits(node: Node, unseen: boolean): readonly Visit[] {
  return "childNodes" in node ? node.childNodes.toReversed().map((child) => ({ node: child, unseen })) : [];
}

function isTooDeep(source: string): boolean {
  if (source.length < 3 * DEEPEST) {
    return false;
  }
  const tag = /<(\/?)([a-z0-9]+)/gi;
  let open = 0;
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    if (OPENED_AGAIN.has((match[2] ?? "").toLowerCase())) {
      open += match[1] === "" ? 1 : -1;
    }
    if (open > DEEPEST) {
      return true;
    }
  }
  return false;
}
