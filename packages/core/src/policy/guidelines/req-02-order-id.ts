import type { CheckedMessage, Finding, GuidelineRule } from "../finding.ts";
import type { Markup, Range } from "./parse-html.ts";
import { ANNOUNCEMENT, findAll, report } from "./report.ts";

/** Hyphens as keyboards and word processors write them. */
const ANY_ORDER_ID = /(?<![\d-])\d{3}[-\u2010-\u2015\u2212]\d{7}[-\u2010-\u2015\u2212]\d{7}(?![\d-])/g;

interface FoundId {
  readonly id: string;
  readonly range: Range;
  readonly part: "subject" | "html";
}

export const orderIdPresent: GuidelineRule = {
  id: "REQ-02",
  class: "required",
  severity: "block",
  title: "The 17-digit order id of this order stands in the message",
  source: ANNOUNCEMENT,
  languages: "all",
  check(message, markup) {
    const found = findIds(message, markup);
    const own = message.orderId ?? found[0]?.id;
    const foreign = found.filter(({ id }) => id !== own);
    const others = foreign.map(({ range, part }) =>
      report(this, {
        message: "This is the id of another order.",
        range,
        part,
        ...(own === undefined ? {} : { fix: own }),
      }),
    );
    return found.length > foreign.length ? others : [...others, missing(message, markup)];
  },
};

function findIds(message: CheckedMessage, markup: Markup): readonly FoundId[] {
  const inSubject = findAll(ANY_ORDER_ID, message.subject);
  const inText = findAll(ANY_ORDER_ID, markup.text.value);
  const plain = (text: string): string => text.replace(/[^\d]/g, "-");
  return [
    ...inSubject.map(({ text, range }) => ({ id: plain(text), range, part: "subject" as const })),
    ...inText.map(({ text, range }) => ({
      id: plain(text),
      range: markup.text.rangeOf(range.from, range.to),
      part: "html" as const,
    })),
  ];
}

/** A typed message is shown by Amazon beside its order, so that the id there is no duty. */
function missing(message: CheckedMessage, markup: Markup): Finding {
  const end = markup.elements.find(({ name }) => name === "body")?.whole.to;
  const at = end === undefined ? markup.source.length : Math.max(0, end - "</body>".length);
  const id = message.orderId ?? "{{ order.id }}";
  return report(orderIdPresent, {
    message: "The message does not show the order id, which every message must.",
    range: { from: at, to: at },
    fix: message.format === "plain" ? `\n${id}` : `<p>${id}</p>`,
    severity: message.critical || message.operation !== null ? "info" : "block",
  });
}
