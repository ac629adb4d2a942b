import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

const BLOCKS = new Set([
  "p",
  "div",
  "ul",
  "ol",
  "table",
  "tr",
  "blockquote",
  "section",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
const UNSEEN = new Set(["head", "style", "script", "template", "title"]);

/** The text part of a message: what its HTML says, paragraphs apart, list items marked, links with their target. */
export function toPlainText(html: string): string {
  const lines: string[] = [];
  // An own stack: a message may nest deeper than the call stack reaches.
  const stack: (Node | string)[] = [parse(html)];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") {
      lines.push(next);
    } else {
      lines.push(before(next));
      stack.push(after(next), ...visibleChildren(next));
    }
  }
  const trimmed = lines
    .join("")
    .split("\n")
    .map((line) => line.trim());
  return trimmed
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function visibleChildren(node: Node): Node[] {
  return "childNodes" in node && !UNSEEN.has(node.nodeName) ? node.childNodes.toReversed() : [];
}

function before(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) {
    return node.value.replace(/[ \t\r\n]+/g, " ");
  }
  if (node.nodeName === "br") {
    return "\n";
  }
  if (node.nodeName === "li") {
    return "\n- ";
  }
  return BLOCKS.has(node.nodeName) ? "\n\n" : "";
}

function after(node: Node): string {
  const href =
    "attrs" in node && node.nodeName === "a" ? node.attrs.find((one) => one.name === "href")?.value : undefined;
  if (href !== undefined && href !== "") {
    return ` (${href})`;
  }
  return BLOCKS.has(node.nodeName) ? "\n\n" : "";
}
