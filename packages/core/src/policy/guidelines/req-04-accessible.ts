import type { Finding, GuidelineRule } from "../finding.ts";
import type { Markup } from "./parse-html.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

export const accessibleMarkup: GuidelineRule = {
  id: "REQ-04",
  class: "required",
  severity: "block",
  title: "The markup can be read aloud: pictures described, headings in order, links named",
  source: CONTENT_LIST,
  languages: "all",
  check(message, markup, wording) {
    const mayTurn = wording.readings.some(({ folded }) => folded.highest >= 0x202d);
    return [
      ...(mayTurn ? marksOfTurning(message.subject, markup) : []),
      ...turnedElements(markup),
      ...undescribed(markup),
      ...emptyLinks(markup),
      ...skippedHeadings(markup),
    ];
  },
};

/** Marks that force a direction: "weiver" is seen as "review", and read aloud as it is written. */
const OVERRIDE = /[\u202d\u202e]/g;
const TURNED = "This turns letters around: what is seen is not what is written.";

function marksOfTurning(subject: string, { text }: Markup): readonly Finding[] {
  return [
    ...findAll(OVERRIDE, subject).map(({ range }) =>
      report(accessibleMarkup, { message: TURNED, range, part: "subject", fix: "" }),
    ),
    ...findAll(OVERRIDE, text.value).map(({ range }) =>
      report(accessibleMarkup, { message: TURNED, range: text.rangeOf(range.from, range.to), fix: "" }),
    ),
  ];
}

function turnedElements(markup: Markup): readonly Finding[] {
  return markup.withAttributes
    .filter(({ name, attributes }) => name === "bdo" || /bidi-override/i.test(attributes.get("style") ?? ""))
    .map(({ range }) => report(accessibleMarkup, { message: TURNED, range, fix: "" }));
}

function undescribed(markup: Markup): readonly Finding[] {
  return markup.elements
    .filter(({ name, attributes }) => name === "img" && !attributes.has("alt"))
    .map(({ range }) =>
      report(accessibleMarkup, {
        message: "This picture has no description (alt); an empty one marks decoration.",
        range,
      }),
    );
}

function emptyLinks(markup: Markup): readonly Finding[] {
  return markup.withAttributes
    .filter(({ name, attributes }) => name === "a" && attributes.has("href") && !attributes.has("aria-label"))
    .filter(({ range, whole }) => {
      const inside = markup.source.slice(range.to, whole.to);
      const described = /\balt\s*=\s*["']?[^"'\s>]/i.test(inside);
      return !described && inside.replace(/<[^<>]*>|&nbsp;|\s/g, "") === "";
    })
    .map(({ whole }) => report(accessibleMarkup, { message: "This link has no text.", range: whole, fix: "" }));
}

function skippedHeadings(markup: Markup): readonly Finding[] {
  const headings = markup.elements.filter(({ name }) => /^h[1-6]$/.test(name));
  return headings.flatMap((heading, index) => {
    const before = Number(headings[index - 1]?.name.charAt(1) ?? heading.name.charAt(1));
    const level = Number(heading.name.charAt(1));
    return level > before + 1
      ? [report(accessibleMarkup, { message: "This heading skips a level.", range: heading.range, severity: "warn" })]
      : [];
  });
}
