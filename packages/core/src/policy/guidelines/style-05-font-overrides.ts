import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, report } from "./report.ts";

const PROPERTIES = new Set([
  "line-height",
  "font-family",
  "color",
  "font",
  "-webkit-text-fill-color",
  "-webkit-text-stroke",
  "mso-line-height-rule",
]);
const KEEPS_DEFAULT = new Set(["inherit", "initial", "unset", "revert", "revert-layer", "normal"]);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  font: ["face", "color"],
  basefont: ["face", "color"],
  body: ["text", "link", "vlink", "alink"],
};

export const defaultFont: GuidelineRule = {
  id: "STYLE-05",
  class: "prohibited-style",
  severity: "block",
  title: "Line height, font family and font colour stay as Amazon sets them",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const inStyles = markup.declarations
      .filter(({ property, value }) => PROPERTIES.has(property) && !KEEPS_DEFAULT.has(value))
      .map(({ property, range }) =>
        report(this, { message: `${property} overrides what Amazon sets.`, range, fix: "" }),
      );
    const inElements = markup.withAttributes.flatMap((element) =>
      (ATTRIBUTES[element.name] ?? [])
        .filter((name) => element.attributes.has(name))
        .map((name) =>
          report(this, {
            message: `${name} overrides what Amazon sets.`,
            range: element.attributeRange(name),
            fix: "",
          }),
        ),
    );
    return [...inElements, ...inStyles];
  },
};
