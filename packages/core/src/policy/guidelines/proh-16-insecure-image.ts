import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, report } from "./report.ts";

const SOURCES = ["src", "srcset"];
const INSECURE = /^\s*(?:http:|\/\/)|,\s*http:/i;

export const secureImages: GuidelineRule = {
  id: "PROH-16",
  class: "prohibited-content",
  severity: "block",
  title: "Pictures are served over https",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const message = "This picture is not served over https.";
    const inElements = markup.withAttributes.flatMap((element) =>
      SOURCES.filter(
        (name) => element.name !== "a" && INSECURE.test((element.attributes.get(name) ?? "").slice(0, 4_000)),
      ).map((name) =>
        report(this, {
          message,
          range: element.attributeRange(name),
          ...secured(element.attributes.get(name) ?? "", name),
        }),
      ),
    );
    const inStyles = markup.declarations.filter(({ value }) => /url\(["'\s]*http:/i.test(value));
    return [...inElements, ...inStyles.map(({ range }) => report(this, { message, range, fix: "" }))];
  },
};

function secured(address: string, name: string): { fix?: string } {
  return /^\s*http:\/\/[^\s,"]*$/i.test(address)
    ? { fix: `${name}="${address.trim().replace(/^http:/i, "https:")}"` }
    : {};
}
