import type { GuidelineRule } from "../finding.ts";
import type { Markup, Range } from "./parse-html.ts";
import { CONTENT_LIST, report } from "./report.ts";

const MOST_SIZES = 3;

/** Sizes that elements bring along, in browsers' default style sheets. */
const BY_ELEMENT: Readonly<Record<string, string>> = {
  h1: "2em",
  h2: "1.5em",
  h3: "1.17em",
  h5: "0.83em",
  h6: "0.67em",
  small: "smaller",
  big: "larger",
  sub: "smaller",
  sup: "smaller",
};
const SIZE_IN_FONT =
  /(?:^|\s)((?:\d{0,5}\.)?\d{1,5}(?:px|pt|pc|em|rem|ex|ch|%|vw|in|cm|mm)|(?:xx?-)?(?:small|large)|xxx-large|medium|smaller|larger)(?=$|[\s/])/;
const DEFAULT = new Set(["inherit", "initial", "unset", "revert", "medium", "1em", "100%", "1rem", "16px"]);

export const fewFontSizes: GuidelineRule = {
  id: "STYLE-06",
  class: "prohibited-style",
  severity: "block",
  title: "At most three font sizes",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const sizes = sizesOf(markup);
    if (sizes.length < MOST_SIZES) {
      return [];
    }
    const seen = new Set(["default"]);
    for (const { size, range } of sizes) {
      seen.add(DEFAULT.has(size) ? "default" : size);
      if (seen.size > MOST_SIZES) {
        return [report(this, { message: "The message uses more than three font sizes.", range, fix: "" })];
      }
    }
    return [];
  },
};

function sizesOf(markup: Markup): readonly { size: string; range: Range }[] {
  const inElements = markup.elements.flatMap((element) => {
    const size = BY_ELEMENT[element.name] ?? fontSizeAttribute(element.name, element.attributes.get("size"));
    return size === undefined ? [] : [{ size, range: element.range }];
  });
  const inStyles = markup.declarations.flatMap(({ property, value, range }) => {
    const size = property === "font-size" ? value : property === "font" ? SIZE_IN_FONT.exec(value)?.[1] : undefined;
    return size === undefined ? [] : [{ size, range }];
  });
  return [...inElements, ...inStyles].toSorted((a, b) => a.range.from - b.range.from);
}

function fontSizeAttribute(name: string, size: string | undefined): string | undefined {
  return (name === "font" || name === "basefont") && size !== undefined && size.trim() !== "3"
    ? `font ${size.trim()}`
    : undefined;
}
