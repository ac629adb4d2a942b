import type { Finding, GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, mentions, onePerSentence, type Place, pairsOf, reportWords } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";
import type { Reading, Wording } from "./wording.ts";

/**
 * What counts as bought, from the plainest to the most disguised:
 *
 * | found                                             | where                        |
 * |---------------------------------------------------|------------------------------|
 * | a gift (card, coupon, prize …) and a review       | same or next sentence        |
 * | a benefit (refund, replacement, free …), words of exchange and a review | same or next sentence |
 * | a gift that is offered                            | one sentence                 |
 * | a vague promise ("worth your while") and a review | anywhere                     |
 * | a good review, asked for as such                  | anywhere, unless bad ones are named with it |
 */
export const noIncentive: GuidelineRule = {
  id: "PROH-04",
  class: "prohibited-content",
  severity: "block",
  title: "Nothing is offered for a review, and no good one is asked for",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    return wording.readings.flatMap((reading) => [...bought(reading, wording), ...persuaded(reading, wording)]);
  },
};

const NEAR = { letters: 220, sentences: 1 };
const CLOSE = { letters: 120, sentences: 0 };

type Found = Place & { readonly sentence: number };

function bought(reading: Reading, wording: Wording): readonly Finding[] {
  const gifts = affirmed(reading, "gift", wording);
  const reviews = reading.hits("review");
  const places: Found[] = [
    ...pairsOf(gifts, reviews, NEAR).map((pair) => ({ reading, ...pair, sentence: pair.first.sentence })),
    ...exchanged(reading, wording),
    ...pairsOf(gifts, reading.hits("offer"), CLOSE).map((pair) => ({
      reading,
      ...pair,
      sentence: pair.first.sentence,
    })),
    ...(mentions(wording, "review") ? reading.hits("promise") : []).map((hit) => ({ reading, ...hit })),
  ];
  const complaint = "Something is offered for a review or an opinion; even a small gift is not allowed.";
  return onePerSentence(places).map((place) => reportWords(noIncentive, complaint, place));
}

/** A benefit alone may be owed ("we refund damaged items"): beside words of exchange it is a price. */
function exchanged(reading: Reading, wording: Wording): readonly Found[] {
  const exchanges = reading.hits("exchange");
  const benefits = exchanges.length === 0 ? exchanges : affirmed(reading, "benefit", wording);
  return pairsOf(benefits, reading.hits("review"), NEAR).flatMap(({ first, from, to }) => {
    const hasExchange = exchanges.some(
      (exchange) =>
        Math.abs(exchange.sentence - first.sentence) <= 1 && exchange.from <= to + 60 && exchange.to >= from - 60,
    );
    return hasExchange ? [{ reading, from, to, sentence: first.sentence }] : [];
  });
}

function persuaded(reading: Reading, wording: Wording): readonly Finding[] {
  const neutral = new Set(reading.hits("neutral").map(({ sentence }) => sentence));
  const places = affirmed(reading, "positiveReview", wording)
    .filter(({ sentence }) => !neutral.has(sentence))
    .map((hit) => ({ reading, ...hit }));
  const complaint = "A message may ask for an honest opinion, not for a good one.";
  return onePerSentence(places).map((place) => reportWords(noIncentive, complaint, place));
}
