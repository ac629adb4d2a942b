import { type CssNode, generate, parse, walk } from "css-tree";
import type { MarkupElement, Range } from "./parse-html.ts";

/** One declaration of a `style` attribute or a style sheet. */
export interface Declaration {
  /** Lower case, custom properties as written. */
  readonly property: string;
  /** Lower case, as css-tree prints it, without `!important`. */
  readonly value: string;
  readonly range: Range;
  /** The element of a `style` attribute; null in a style sheet, which may concern any element. */
  readonly element: MarkupElement | null;
}

/** Reads a `style` attribute. Offsets are exact unless the attribute holds character references. */
export function readDeclarations(
  style: string,
  place: { readonly element: MarkupElement; readonly source: string },
): readonly Declaration[] {
  const attribute = place.element.attributeRange("style");
  const start = place.source.indexOf(style, attribute.from);
  const exact = start >= 0 && start + style.length <= attribute.to;
  const rangeOf = (range: Range): Range => (exact ? { from: start + range.from, to: start + range.to } : attribute);
  return read(style, "declarationList").map((found) => ({
    ...found,
    range: rangeOf(found.range),
    element: place.element,
  }));
}

export function readStyleSheet(css: string, at: number): readonly Declaration[] {
  return read(css, "stylesheet").map((found) => ({
    ...found,
    range: { from: at + found.range.from, to: at + found.range.to },
    element: null,
  }));
}

interface Found {
  readonly property: string;
  readonly value: string;
  readonly range: Range;
}

function read(css: string, context: "declarationList" | "stylesheet"): readonly Found[] {
  const found: Found[] = [];
  const tree = parse(css, { context, positions: true, parseValue: false, onParseError: () => undefined });
  walk(tree, {
    visit: "Declaration",
    enter(node: CssNode) {
      if (node.type === "Declaration") {
        const from = node.loc?.start.offset ?? 0;
        const value = decodeEscapes(generate(node.value)).trim().toLowerCase();
        found.push({
          property: decodeEscapes(node.property).toLowerCase(),
          value,
          range: { from, to: node.loc?.end.offset ?? from },
        });
      }
    },
  });
  return found;
}

/** CSS lets any letter be written as an escape (`colo\72`). */
function decodeEscapes(text: string): string {
  return text.includes("\\")
    ? text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => fromHex(hex)).replace(/\\(.)/g, "$1")
    : text;
}

function fromHex(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
