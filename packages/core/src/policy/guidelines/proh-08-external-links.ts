import type { Finding, GuidelineRule } from "../finding.ts";
import { isAmazonHost, readUrl } from "./amazon-link.ts";
import type { Markup, MarkupElement } from "./parse-html.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

/** Attributes that lead a reader somewhere. What a message loads by itself is PROH-13's matter. */
const LINK_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "xlink:href", "ping"],
  area: ["href"],
  form: ["action"],
  button: ["formaction"],
  input: ["formaction"],
  base: ["href"],
};

/** Addresses that a mail program turns into links, and bare host names with endings that sellers use. */
const ADDRESS_IN_TEXT =
  /(?<![\p{L}\p{N}@._-])(?:https?:\/\/[^\s<>"']{1,500}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:com|net|org|info|biz|shop|store|online|site|io|co|me|ly|eu|de|fr|it|es|nl|se|pl|uk|jp|in|cn|tr|ru|at|ch|be|us|ca|au|br|mx|app|link|page|club|xyz|top)(?:\/[^\s<>"']{0,500})?)(?![\p{L}\p{N}-])/giu;

/** "www." leaves no doubt, whatever the ending. */
const WORLD_WIDE = /(?<![\p{L}\p{N}@._-])www\.[\p{L}\p{N}][^\s<>"']{1,300}/giu;

/** What every such address holds; a text without it needs no closer look. */
const MAY_BE_ADDRESS = /:\/\/|[a-z0-9]\.[a-z0-9]{2}/i;

export const noExternalLinks: GuidelineRule = {
  id: "PROH-08",
  class: "prohibited-content",
  severity: "block",
  title: "Links lead to Amazon, securely",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    return [...checkElements(markup), ...checkText(markup)];
  },
};

function checkElements(markup: Markup): readonly Finding[] {
  return markup.elements.flatMap((element) => {
    const links = (LINK_ATTRIBUTES[element.name] ?? []).flatMap((name) => judgeLink(element, name) ?? []);
    const refreshes = element.name === "meta" && /^refresh$/i.test(element.attributes.get("http-equiv") ?? "");
    const message = "A message may not lead elsewhere by itself.";
    return refreshes ? [...links, report(noExternalLinks, { message, range: element.range, fix: "" })] : links;
  });
}

function judgeLink(element: MarkupElement, name: string): Finding | null {
  const address = element.attributes.get(name);
  if (address === undefined) {
    return null;
  }
  const url = readUrl(address);
  const range = element.attributeRange(name);
  if (url === null || !/^https?:$/.test(url.protocol) || !isAmazonHost(url)) {
    return report(noExternalLinks, { message: "This link does not lead to Amazon.", range, fix: "" });
  }
  if (url.protocol === "http:") {
    const secure = `${name}="${address
      .trim()
      .replace(/^http:/i, "https:")
      .replaceAll('"', "%22")}"`;
    return report(noExternalLinks, { message: "Links must be secure (https).", range, fix: secure });
  }
  return null;
}

function checkText(markup: Markup): readonly Finding[] {
  if (!MAY_BE_ADDRESS.test(markup.text.value)) {
    return [];
  }
  const found = findAll(ADDRESS_IN_TEXT, markup.text.value);
  const further = findAll(WORLD_WIDE, markup.text.value).filter(
    ({ range }) => !found.some((one) => one.range.from <= range.from && range.from < one.range.to),
  );
  return [...found, ...further]
    .filter(({ text }) => {
      const url = readUrl(/^https?:/i.test(text) ? text : `https://${text}`);
      return url === null || url.protocol !== "https:" || !isAmazonHost(url);
    })
    .map(({ range }) =>
      report(noExternalLinks, {
        message: "This address does not lead to Amazon securely.",
        range: markup.text.rangeOf(range.from, range.to),
        fix: "",
      }),
    );
}
