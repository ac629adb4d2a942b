import type { GuidelineRule } from "../finding.ts";
import { shareOfWidth } from "./css-length.ts";
import { CONTENT_LIST, report } from "./report.ts";

const WIDEST = 0.8;
const PICTURES = new Set(["img", "image", "svg", "picture", "canvas", "video", "object", "embed"]);

export const narrowImages: GuidelineRule = {
  id: "STYLE-04",
  class: "prohibited-style",
  severity: "block",
  title: "Pictures take at most 80 % of the width",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const message = "This picture takes more than 80 % of the width.";
    const inElements = markup.elements
      .filter((element) => PICTURES.has(element.name) && isWide(element.attributes.get("width") ?? ""))
      .map((element) => report(this, { message, range: element.attributeRange("width"), fix: 'width="80%"' }));
    const inStyles = markup.declarations
      .filter(({ property, value, element }) => {
        const concerns = element !== null && PICTURES.has(element.name);
        return concerns && /^(?:min-|max-)?(?:width|inline-size)$/.test(property) && isWide(value);
      })
      .map(({ range, property }) => report(this, { message, range, fix: `${property}:80%` }));
    return [...inElements, ...inStyles];
  },
};

function isWide(length: string): boolean {
  const share = shareOfWidth(length);
  return share !== null && share > WIDEST;
}
