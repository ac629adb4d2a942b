import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, onePerSentence, pairsOf, reportWords } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";

const BESIDE = { letters: 36, sentences: 0, sameClause: true };
const SENTENCE_BEFORE = { letters: 160, sentences: 1 };
/** A bad review and a verb of change leave no doubt. */
const BAD = { letters: 70, sentences: 0 };

export const noReviewChange: GuidelineRule = {
  id: "PROH-05",
  class: "prohibited-content",
  severity: "block",
  title: "Nobody is asked to remove or change a review",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => {
      const bad = reading.hits("negativeReview");
      const reviews = [...reading.hits("review"), ...reading.hits("positiveReview"), ...bad];
      const removing = affirmed(reading, "remove", wording);
      return [
        ...pairsOf(removing, reviews, BESIDE),
        ...pairsOf(removing, bad, BAD),
        ...pairsOf(affirmed(reading, "removeIt", wording), reviews, SENTENCE_BEFORE),
      ].map((pair) => ({ reading, from: pair.from, to: pair.to, sentence: pair.first.sentence }));
    });
    const complaint = "A buyer may not be asked to remove or change a review.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};
