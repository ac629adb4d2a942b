import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, onePerSentence, type Pair, pairsOf, reportWords } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";
import type { Hit, Reading } from "./wording.ts";

const CONDITION = { letters: 40, sentences: 0, inOrder: true };
const ASKED = { letters: 170, sentences: 1 };
const DIVERTED = { letters: 140, sentences: 1 };

export const noConditionalAsk: GuidelineRule = {
  id: "PROH-06",
  class: "prohibited-content",
  severity: "block",
  title: "A review is asked for whatever the buyer thinks",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => {
      const neutral = new Set(reading.hits("neutral").map(({ sentence }) => sentence));
      const delaying = reading.hits("beforeReview");
      const diverted = pairsOf(delaying, reading.hits("contactUs"), DIVERTED).filter((pair) =>
        concernsReview(reading, pair),
      );
      const bad = pairsOf(affirmed(reading, "negativeReview", wording), reading.hits("contactUs"), DIVERTED);
      return [...pairsOf(moods(reading), reading.hits("review"), ASKED), ...diverted, ...bad]
        .filter(({ first }) => !neutral.has(first.sentence))
        .map((pair) => ({ reading, from: pair.from, to: pair.to, sentence: pair.first.sentence }));
    });
    const complaint = "The request depends on the buyer being content; it must be open to every opinion.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};

/** "If you are happy", in one phrase or as a condition and a mood. */
function moods(reading: Reading): readonly Hit[] {
  const pairs = pairsOf(reading.hits("condition"), reading.hits("happy"), CONDITION);
  return [...reading.hits("happyIf"), ...pairs.map(({ first, from, to }) => ({ ...first, from, to }))];
}

function concernsReview(reading: Reading, { first }: Pair): boolean {
  const spoken = [...reading.hits("review"), ...reading.hits("negativeReview")];
  return spoken.some(({ sentence }) => sentence === first.sentence);
}
