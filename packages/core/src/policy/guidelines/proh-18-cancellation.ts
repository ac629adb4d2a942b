import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmedInClause, onePerSentence, reportWords } from "./near.ts";

export const noCancellationRequest: GuidelineRule = {
  id: "PROH-18",
  class: "prohibited-content",
  severity: "block",
  title: "Nobody is asked to cancel an order",
  source: "Reprint of the guidelines on tmark.pro; junglescout.com/blog/amazon-updates-communication-guidelines",
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) =>
      affirmedInClause(reading, "cancelAsk").map((hit) => ({ reading, ...hit })),
    );
    const complaint = "An order that cannot be delivered is cancelled by the seller; the buyer may not be asked to.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};
