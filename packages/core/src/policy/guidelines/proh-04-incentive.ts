import type { Finding, GuidelineRule } from "../finding.ts";
import { opinionsOf, troubledSentences } from "./asking.ts";
import type { Concept } from "./lexicon/concepts.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, mentions, onePerSentence, type Place, pairsOf, reportWords, sentencesOf } from "./near.ts";
import { disguisedPrices } from "./proh-04-disguises.ts";
import { CONTENT_LIST } from "./report.ts";
import type { Reading, Wording } from "./wording.ts";

/**
 * What counts as bought, from the plainest to the most disguised. A request for an opinion needs no word of gifts,
 * money or warranty: where both stand, one is the price of the other, unless the sentence says that something is owed.
 *
 * | found                                                       | where                   |
 * |-------------------------------------------------------------|-------------------------|
 * | a gift (card, coupon, prize, longer warranty …) and an opinion | within two sentences |
 * | a benefit (refund, free, money …) and an opinion             | one sentence           |
 * | a benefit, an opinion, and words of exchange                 | same or next sentence  |
 * | a gift that is offered, and nothing that was owed            | one sentence           |
 * | those who review, and what is free or paid back            | one sentence           |
 * | one more of something that passes to the buyer, and an opinion | two sentences       |
 * | "you pay nothing", "you pay half", and an opinion             | two sentences          |
 * | postage that the seller takes over, and an opinion           | two sentences          |
 * | an opinion "from you", and something "from us"               | one sentence           |
 * | what becomes valid, and a review                             | one sentence           |
 * | a vague promise ("worth your while") and an opinion          | anywhere               |
 * | friends and family, and a review                             | one sentence           |
 * | a good review, asked for as such | anywhere, unless bad ones are named with it        |
 */
export const noIncentive: GuidelineRule = {
  id: "PROH-04",
  class: "prohibited-content",
  severity: "block",
  title: "Nothing is offered for a review, and no good one is asked for",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    return wording.readings
      .filter((reading) => OFFERED.some((concept) => reading.hits(concept).length > 0))
      .flatMap((reading) => [...bought(reading, wording), ...persuaded(reading, wording)]);
  },
};

/** One of these is in every message that buys an opinion or asks for a good one. */
const OFFERED: readonly Concept[] = [
  "gift",
  "benefit",
  "handout",
  "extraOne",
  "notPaying",
  "bears",
  "fromUs",
  "comesIntoForce",
  "promise",
  "thirdParty",
  "positiveReview",
];

const NEAR = { letters: 320, sentences: 2 };
const NEXT = { letters: 220, sentences: 1 };
const CLOSE = { letters: 120, sentences: 0 };

type Found = Place & { readonly sentence: number };

function bought(reading: Reading, wording: Wording): readonly Finding[] {
  const gifts = affirmed(reading, "gift", wording);
  const opinions = opinionsOf(reading);
  const pairs = [
    ...pairsOf(gifts, opinions, NEAR),
    ...(mentions(wording, "problem") ? [] : pairsOf(gifts, reading.hits("offer"), CLOSE)),
    ...pairsOf(gifts, reading.hits("reviewers"), NEAR),
    ...disguisedPrices(reading, wording),
    ...pairsOf(reading.hits("thirdParty"), reading.hits("review"), CLOSE),
  ];
  const asked = mentions(wording, "review") || mentions(wording, "opinion");
  const places: Found[] = [
    ...pairs.map((pair) => ({ reading, ...pair, sentence: pair.first.sentence })),
    ...exchanged(reading, wording),
    ...rewarded(reading, wording),
    ...(asked ? affirmed(reading, "promise", wording) : []).map((hit) => ({ reading, ...hit })),
  ];
  const complaint = "Something is offered for a review or an opinion; even a small gift is not allowed.";
  return onePerSentence(places).map((place) => reportWords(noIncentive, complaint, place));
}

/** A benefit may be owed ("we refund damaged items"); beside an opinion it is a price. */
function exchanged(reading: Reading, wording: Wording): readonly Found[] {
  const troubled = troubledSentences(reading);
  const benefits = affirmed(reading, "benefit", wording).filter(({ sentence }) => !troubled.has(sentence));
  if (benefits.length === 0) {
    return [];
  }
  const exchanging = sentencesOf(reading, "exchange");
  return pairsOf(benefits, opinionsOf(reading), NEXT)
    .filter(
      ({ first, second }) =>
        first.sentence === second.sentence || exchanging.has(first.sentence) || exchanging.has(second.sentence),
    )
    .map((pair) => ({ reading, ...pair, sentence: pair.first.sentence }));
}

/** "Reviewers receive free filters": who reviews is named, so that postage and spare parts are not owed either. */
function rewarded(reading: Reading, wording: Wording): readonly Found[] {
  const people = reading.hits("reviewers");
  return (people.length === 0 ? [] : pairsOf(affirmed(reading, "handout", wording), people, CLOSE)).map((pair) => ({
    reading,
    ...pair,
    sentence: pair.first.sentence,
  }));
}

function persuaded(reading: Reading, wording: Wording): readonly Finding[] {
  const neutral = sentencesOf(reading, "neutral");
  const places = affirmed(reading, "positiveReview", wording)
    .filter(({ sentence }) => !neutral.has(sentence))
    .map((hit) => ({ reading, ...hit }));
  const complaint = "A message may ask for an honest opinion, not for a good one.";
  return onePerSentence(places).map((place) => reportWords(noIncentive, complaint, place));
}
