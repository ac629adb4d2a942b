import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, report } from "./report.ts";

const SOURCES = ["src", "srcset", "background", "data", "poster", "href", "xlink:href"];
const GIF = /\.gif(?:$|[?#\s,;])|data:image\/gif|[?&/=]gif(?:$|[&/?])/i;
const GIF_IN_CSS = /\.gif["')?#\s]|data:image\/gif/i;

export const noGif: GuidelineRule = {
  id: "STYLE-02",
  class: "prohibited-style",
  severity: "block",
  title: "No GIFs",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const message = "GIFs are not allowed.";
    const inElements = markup.withAttributes.flatMap((element) => {
      const isGif = (name: string): boolean => GIF.test((element.attributes.get(name) ?? "").slice(0, 4_000));
      const name = element.name === "a" ? undefined : SOURCES.find(isGif);
      const typed = element.attributes.get("type")?.toLowerCase() === "image/gif";
      return name === undefined && !typed ? [] : [report(this, { message, range: element.whole, fix: "" })];
    });
    const inStyles = markup.declarations.filter(({ value }) => GIF_IN_CSS.test(value));
    return [...inElements, ...inStyles.map(({ range }) => report(this, { message, range, fix: "" }))];
  },
};
