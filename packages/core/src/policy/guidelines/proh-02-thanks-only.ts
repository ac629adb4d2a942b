import type { GuidelineRule } from "../finding.ts";
import { wantsSomething } from "./asking.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { mentions } from "./near.ts";
import { CONTENT_LIST, report } from "./report.ts";

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
    const first = body.hits("thanks")[0] ?? body.hits("help")[0];
    const hasContent = mentions(wording, "review") || mentions(wording, "opinion") || mentions(wording, "purpose");
    if (first === undefined || hasContent || wantsSomething(wording)) {
      return [];
    }
    const message = "The message only says thank you or offers help; it needs one of the permitted purposes.";
    return [report(this, { message, range: body.place(first.from, first.to) })];
  },
};
