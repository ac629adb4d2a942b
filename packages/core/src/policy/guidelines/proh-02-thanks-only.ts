import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { mentions } from "./near.ts";
import { CONTENT_LIST, report } from "./report.ts";
import type { Reading } from "./wording.ts";

/** Longer messages say something else as well, even where no known word tells what. */
const LONGEST = 700;

export const notOnlyThanks: GuidelineRule = {
  id: "PROH-02",
  class: "prohibited-content",
  severity: "block",
  title: "A message says more than thanks or an offer of help",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const [subject, body] = wording.readings;
    if (subject === undefined || body === undefined || body.folded.length > LONGEST) {
      return [];
    }
    const isPolite = mentions(wording, "thanks") || mentions(wording, "help");
    const hasContent = mentions(wording, "review") || mentions(wording, "purpose") || asksOtherwise(body);
    const first = body.hits("thanks")[0] ?? body.hits("help")[0];
    if (!isPolite || hasContent || first === undefined) {
      return [];
    }
    const message = "The message only says thank you or offers help; it needs one of the permitted purposes.";
    return [report(this, { message, range: body.place(first.from, first.to) })];
  },
};

/** A question that is not "do you have any questions?". */
function asksOtherwise(body: Reading): boolean {
  const helped = new Set(
    [...body.hits("help"), ...body.hits("thanks"), ...body.hits("happy")].map(({ sentence }) => sentence),
  );
  return body.sentences.some(({ isQuestion }, index) => isQuestion && !helped.has(index));
}
