import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** A letter of the private use area: no tag or attribute name of a writer contains it by accident. */
const MARK = "\uE000";

/** Elements whose text is not shown as text. */
const NO_TEXT = new Set(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"]);

/**
 * The offset of the first `{{ output }}` that stands neither in text nor inside a quoted attribute value, or null.
 * There, escaping would not keep a value from becoming markup.
 */
export function findUnsafePlace(source: string): number | null {
  const masked = maskLiquid(source);
  const safe = new Set<number>();
  collectSafe(parseFragment(masked, { sourceCodeLocationInfo: true }), masked, safe);
  for (let at = masked.indexOf(MARK); at >= 0; at = masked.indexOf(MARK, at + 1)) {
    if (!safe.has(at)) {
      return at;
    }
  }
  return null;
}

/** Outputs become a mark and spaces, tags become spaces, so that every offset stays. */
function maskLiquid(source: string): string {
  let masked = "";
  let at = 0;
  while (at < source.length) {
    const open = nextOpen(source, at);
    if (open === null) {
      break;
    }
    const end = source.indexOf(open.close, open.from + 2);
    const to = end < 0 ? source.length : end + 2;
    const fill = open.close === "}}" ? MARK.repeat(to - open.from) : " ".repeat(to - open.from);
    masked += source.slice(at, open.from).replaceAll(MARK, " ") + fill;
    at = to;
  }
  return masked + source.slice(at).replaceAll(MARK, " ");
}

function nextOpen(source: string, at: number): { from: number; close: string } | null {
  const found = /\{[{%]/g;
  found.lastIndex = at;
  const match = found.exec(source);
  return match === null ? null : { from: match.index, close: match[0] === "{{" ? "}}" : "%}" };
}

function collectSafe(root: Node, masked: string, safe: Set<number>): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === "#text") {
      addMarks(masked, [node.sourceCodeLocation?.startOffset, node.sourceCodeLocation?.endOffset], safe);
    }
    if ("attrs" in node) {
      collectAttributes(node, masked, safe);
    }
    if ("childNodes" in node && !NO_TEXT.has(node.nodeName)) {
      for (const child of node.childNodes) {
        stack.push(child);
      }
    }
  }
}

function collectAttributes(element: Element, masked: string, safe: Set<number>): void {
  for (const { startOffset, endOffset } of Object.values(element.sourceCodeLocation?.attrs ?? {})) {
    const equals = masked.indexOf("=", startOffset);
    const quote = masked.charAt(endOffset - 1);
    if (equals >= 0 && equals < endOffset && (quote === '"' || quote === "'")) {
      addMarks(masked, [equals, endOffset], safe);
    }
  }
}

function addMarks(masked: string, range: readonly [number | undefined, number | undefined], safe: Set<number>): void {
  const [from, to] = range;
  if (from === undefined || to === undefined) {
    return;
  }
  for (let at = masked.indexOf(MARK, from); at >= 0 && at < to; at = masked.indexOf(MARK, at + 1)) {
    safe.add(at);
  }
}
