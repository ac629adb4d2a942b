import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmedInClause, onePerSentence, type Pair, pairsOf, reportWords, sentencesOf } from "./near.ts";
import type { Reading } from "./wording.ts";

const NOBODY: readonly Pair[] = [];
const BY_BUYER = { letters: 60, sentences: 0 };

export const noCancellationRequest: GuidelineRule = {
  id: "PROH-18",
  class: "prohibited-content",
  severity: "block",
  title: "Nobody is asked to cancel an order",
  source: "Reprint of the guidelines on tmark.pro; junglescout.com/blog/amazon-updates-communication-guidelines",
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => [
      ...affirmedInClause(reading, "cancelAsk").map((hit) => ({ reading, ...hit })),
      ...leftToBuyer(reading).map((pair) => ({ reading, ...pair, sentence: pair.first.sentence })),
    ]);
    const complaint = "An order that cannot be delivered is cancelled by the seller; the buyer may not be asked to.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};

/** "It would help if you cancelled on your side": however it is put, unless the buyer wants it. */
function leftToBuyer(reading: Reading): readonly Pair[] {
  const cancelling = affirmedInClause(reading, "cancel");
  if (cancelling.length === 0) {
    return NOBODY;
  }
  const wanted = sentencesOf(reading, "wish");
  return pairsOf(cancelling, reading.hits("bySelf"), BY_BUYER).filter(({ first }) => !wanted.has(first.sentence));
}
