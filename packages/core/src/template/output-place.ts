import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Elements whose text is not shown as text. */
const NO_TEXT = new Set(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"]);

/**
 * The offset of the first `{{ output }}` that stands neither in text nor inside a quoted attribute value, or null.
 * There, escaping would not keep a value from becoming markup.
 */
export function findUnsafePlace(source: string): number | null {
  const { masked, outputs } = maskLiquid(source);
  if (outputs.length === 0) {
    return null;
  }
  const safe = safeRanges(parseFragment(masked, { sourceCodeLocationInfo: true }), masked);
  const unsafe = outputs.find((output) => !safe.some(({ from, to }) => from <= output.from && output.to <= to));
  return unsafe?.from ?? null;
}

/** Outputs become letters, as a value could begin with them; tags become spaces. Every offset stays. */
function maskLiquid(source: string): { masked: string; outputs: readonly Range[] } {
  const outputs: Range[] = [];
  let masked = "";
  let at = 0;
  for (let open = nextOpen(source, at); open !== null; open = nextOpen(source, at)) {
    const end = source.indexOf(open.close, open.from + 2);
    const to = end < 0 ? source.length : end + 2;
    const isOutput = open.close === "}}";
    if (isOutput) {
      outputs.push({ from: open.from, to });
    }
    masked += source.slice(at, open.from) + (isOutput ? "x" : " ").repeat(to - open.from);
    at = to;
  }
  return { masked: masked + source.slice(at), outputs };
}

function nextOpen(source: string, at: number): { from: number; close: string } | null {
  const found = /\{[{%]/g;
  found.lastIndex = at;
  const match = found.exec(source);
  return match === null ? null : { from: match.index, close: match[0] === "{{" ? "}}" : "%}" };
}

function safeRanges(root: Node, masked: string): readonly Range[] {
  const safe: Range[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const location = node.sourceCodeLocation;
    if (node.nodeName === "#text" && location !== null && location !== undefined) {
      safe.push({ from: location.startOffset, to: location.endOffset });
    } else if ("attrs" in node) {
      safe.push(...quotedValues(node, masked));
    }
    stack.push(...shownChildren(node));
  }
  return safe;
}

function shownChildren(node: Node): readonly Node[] {
  return "childNodes" in node && !NO_TEXT.has(node.nodeName) ? node.childNodes : [];
}

function quotedValues(element: Element, masked: string): readonly Range[] {
  return Object.values(element.sourceCodeLocation?.attrs ?? {}).flatMap(({ startOffset, endOffset }) => {
    const equals = masked.indexOf("=", startOffset);
    const quote = masked.charAt(endOffset - 1);
    const quoted = equals >= 0 && equals < endOffset && (quote === '"' || quote === "'");
    return quoted ? [{ from: equals, to: endOffset }] : [];
  });
}
