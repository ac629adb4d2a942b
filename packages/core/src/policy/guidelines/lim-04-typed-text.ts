import { PURPOSE_MEANINGS } from "../../message/purpose.ts";
import { typedOperation } from "../../message/typed-operation.ts";
import type { CheckedMessage, Finding, GuidelineRule } from "../finding.ts";
import type { Markup } from "./parse-html.ts";
import { findAll, MESSAGING_MODEL, report } from "./report.ts";

/** Characters, where an operation takes a text but says no number. */
const LONGEST = 2_000;
const MOST_ATTACHMENTS = 5;

/** Markup that says no more than a plain text does: paragraphs and ends of lines. */
const PLAIN_ELEMENTS = new Set(["html", "head", "body", "p", "br", "div"]);

const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]*)?>/gi;

export const typedText: GuidelineRule = {
  id: "LIM-04",
  class: "limit",
  severity: "block",
  title: "A typed message is plain text within its operation's limit, without links, with at most five attachments",
  source: MESSAGING_MODEL,
  languages: "all",
  check(message, markup) {
    const operation = operationOf(message);
    if (operation === null && !message.critical) {
      return [];
    }
    return [
      ...tooLong(markup, typedOperation(operation)?.text ?? LONGEST),
      ...notPlain(message, markup),
      ...linked(markup),
      ...(message.attachments.length > MOST_ATTACHMENTS
        ? [report(typedText, { message: `At most ${MOST_ATTACHMENTS} attachments may go along.` })]
        : []),
    ];
  },
};

function operationOf({ operation, critical, purpose }: CheckedMessage): string | null {
  return operation ?? (critical && purpose !== null ? PURPOSE_MEANINGS[purpose].operation : null);
}

function tooLong(markup: Markup, limit: number): readonly Finding[] {
  const { length } = markup.text.value;
  const message = `The text has ${length} characters; this operation takes ${limit}.`;
  return length > limit ? [report(typedText, { message, range: markup.text.rangeOf(limit, length) })] : [];
}

function notPlain({ format }: CheckedMessage, markup: Markup): readonly Finding[] {
  const message = "A typed message is plain text; this markup would be shown as it stands.";
  if (format === "plain") {
    return findAll(TAG, markup.source).map(({ range }) => report(typedText, { message, range, fix: "" }));
  }
  return markup.elements
    .filter(({ name }) => !PLAIN_ELEMENTS.has(name))
    .map(({ range }) => report(typedText, { message, range }));
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"']{1,500}|\bwww\.[^\s<>"']{3,200}/gi;

/** Links of Amazon are fine in an e-mail; a typed message has none at all. */
function linked(markup: Markup): readonly Finding[] {
  return findAll(ADDRESS, markup.text.value).map(({ range }) =>
    report(typedText, {
      message: "A typed message holds no links.",
      range: markup.text.rangeOf(range.from, range.to),
      fix: "",
    }),
  );
}
