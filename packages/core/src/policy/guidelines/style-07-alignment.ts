import type { GuidelineRule } from "../finding.ts";
import type { Markup } from "./parse-html.ts";
import { CONTENT_LIST, report } from "./report.ts";

const ALIGNING = new Set(["text-align", "text-align-last", "text-align-all", "-webkit-text-align"]);
const CENTRING = new Set([
  "justify-content",
  "place-content",
  "justify-items",
  "place-items",
  "justify-self",
  "align-self",
]);
const USUAL = ["start", "inherit", "initial", "unset", "revert"];
const USUAL_FROM_LEFT: ReadonlySet<string> = new Set([...USUAL, "left"]);
const USUAL_FROM_RIGHT: ReadonlySet<string> = new Set([...USUAL, "right"]);
const BLOCKS = new Set("p div h1 h2 h3 h4 h5 h6 table tr td th tbody thead tfoot caption col colgroup hr".split(" "));

export const defaultAlignment: GuidelineRule = {
  id: "STYLE-07",
  class: "prohibited-style",
  severity: "block",
  title: "Text is not centred or aligned otherwise",
  source: CONTENT_LIST,
  languages: "all",
  check(message, markup) {
    if (markup.withAttributes.length + markup.declarations.length === 0 && !hasCentre(markup)) {
      return [];
    }
    const usual = isRightToLeft(message.language) ? USUAL_FROM_RIGHT : USUAL_FROM_LEFT;
    const complaint = "Text keeps its default alignment.";
    const inStyles = markup.declarations
      .filter(({ property, value }) => {
        const aligned = ALIGNING.has(property) && !usual.has(value) && value !== "auto";
        return aligned || (CENTRING.has(property) && /\bcenter\b/.test(value)) || isCentringMargin(property, value);
      })
      .map(({ range }) => report(this, { message: complaint, range, fix: "" }));
    const inElements = markup.elements.flatMap((element) => {
      if (element.name === "center") {
        return [report(this, { message: complaint, range: element.range })];
      }
      const align = BLOCKS.has(element.name) ? element.attributes.get("align")?.trim().toLowerCase() : undefined;
      const overrides = align !== undefined && align !== "" && !usual.has(align);
      return overrides ? [report(this, { message: complaint, range: element.attributeRange("align"), fix: "" })] : [];
    });
    return [...inElements, ...inStyles];
  },
};

function hasCentre(markup: Markup): boolean {
  return markup.elements.some(({ name }) => name === "center");
}

function isRightToLeft(language: string): boolean {
  return /^(?:ar|he|fa|ur)\b/i.test(language);
}

/** `margin: 0 auto` and its longer forms centre a block; one auto side alone pushes it aside. */
function isCentringMargin(property: string, value: string): boolean {
  if (property === "margin") {
    const [top = "", right = top] = value.split(/\s+/);
    return right === "auto";
  }
  return /^margin-(?:left|inline|inline-start)$/.test(property) && value.split(/\s+/)[0] === "auto";
}
