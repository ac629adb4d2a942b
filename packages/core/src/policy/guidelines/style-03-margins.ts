import type { GuidelineRule } from "../finding.ts";
import { shareOfWidth } from "./css-length.ts";
import { CONTENT_LIST, report } from "./report.ts";

const WIDEST = 0.2;
const PROPERTY =
  /^(?:margin|padding)(?:-(?:left|right|top|bottom|inline|block|inline-start|inline-end|block-start|block-end))?$|^text-indent$/;
const ATTRIBUTES = [
  "leftmargin",
  "rightmargin",
  "topmargin",
  "bottommargin",
  "marginwidth",
  "marginheight",
  "hspace",
  "vspace",
  "cellpadding",
];

export const narrowMargins: GuidelineRule = {
  id: "STYLE-03",
  class: "prohibited-style",
  severity: "block",
  title: "Margins take at most 20 % of the width",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const message = "This margin takes more than 20 % of the width.";
    const inStyles = markup.declarations.filter(
      ({ property, value }) => PROPERTY.test(property) && value.split(/\s+/).some(isWide),
    );
    const inElements = markup.withAttributes.flatMap((element) =>
      ATTRIBUTES.filter((name) => isWide(element.attributes.get(name) ?? "")).map((name) =>
        report(this, { message, range: element.attributeRange(name), fix: "" }),
      ),
    );
    return [...inElements, ...inStyles.map(({ range }) => report(this, { message, range, fix: "" }))];
  },
};

function isWide(length: string): boolean {
  if (length === "") {
    return false;
  }
  const share = shareOfWidth(length);
  return share !== null && share > WIDEST;
}
