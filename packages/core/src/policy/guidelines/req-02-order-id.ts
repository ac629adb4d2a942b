import type { GuidelineRule } from "../finding.ts";
import { ANNOUNCEMENT, findAll, report } from "./report.ts";

const ANY_ORDER_ID = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g;

export const orderIdPresent: GuidelineRule = {
  id: "REQ-02",
  severity: "block",
  title: "The 17-digit order id of this order stands in the message",
  source: ANNOUNCEMENT,
  languages: "all",
  check(message, markup) {
    const inSubject = findAll(ANY_ORDER_ID, message.subject);
    const inText = findAll(ANY_ORDER_ID, markup.text.value);
    const foreign = [
      ...inSubject.map((found) => ({ ...found, part: "subject" as const })),
      ...inText.map(({ text, range }) => ({
        text,
        range: markup.text.rangeOf(range.from, range.to),
        part: "html" as const,
      })),
    ].filter((found) => found.text !== message.orderId);
    const others = foreign.map(({ range, part }) =>
      report(this, { message: "This is the id of another order.", range, part, fix: message.orderId }),
    );
    if (inSubject.length + inText.length > foreign.length) {
      return others;
    }
    const end = markup.elements.find(({ name }) => name === "body")?.whole.to;
    const at = end === undefined ? message.html.length : Math.max(0, end - "</body>".length);
    const missing = "The message does not show the order id, which every message must.";
    return [
      ...others,
      report(this, { message: missing, range: { from: at, to: at }, fix: `<p>${message.orderId}</p>` }),
    ];
  },
};
