import type { GuidelineRule } from "../finding.ts";
import { opinionsOf, troubledSentences } from "./asking.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, onePerSentence, pairsOf, reportWords } from "./near.ts";

const SPOKEN_OF = { letters: 200, sentences: 1 };

export const noReviewInstructions: GuidelineRule = {
  id: "PROH-17",
  class: "prohibited-content",
  severity: "block",
  title: "Nobody is told how to write a review",
  source: "Guidelines as compiled 2026-11-23 (instructions or guidelines on how to write the review)",
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => {
      const troubled = troubledSentences(reading);
      const instructions = affirmed(reading, "instruct", wording).filter(({ sentence }) => !troubled.has(sentence));
      return pairsOf(instructions, opinionsOf(reading), SPOKEN_OF).map(({ first }) => ({ reading, ...first }));
    });
    const complaint = "A request may not say what to write in a review or how.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};
