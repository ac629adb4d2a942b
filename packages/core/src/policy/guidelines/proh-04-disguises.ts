import { opinionsOf, troubledSentences } from "./asking.ts";
import { affirmed, type Pair, pairsOf } from "./near.ts";
import type { Hit, Reading, Wording } from "./wording.ts";

const NEAR = { letters: 320, sentences: 2 };
const HANDED = { letters: 50, sentences: 0 };
const BESIDE = { letters: 12, sentences: 0 };

/** What is paid for an opinion without a word of gifts. */
export function disguisedPrices(reading: Reading, wording: Wording): readonly Pair[] {
  return [
    ...handedOver(reading, wording),
    ...unpaid(reading),
    ...takenOver(reading),
    ...struck(reading),
    ...activated(reading, wording),
  ];
}

/** "Tell Amazon, and another mug is yours": one more of it is the price, unless one was broken, missing or returned. */
function handedOver(reading: Reading, wording: Wording): readonly Pair[] {
  const extras = affirmed(reading, "extraOne", wording);
  const troubled = troubledSentences(reading);
  const owed = (sentence: number): boolean => troubled.has(sentence) || troubled.has(sentence - 1);
  const handed = pairsOf(extras, reading.hits("gives"), HANDED).filter(({ first }) => !owed(first.sentence));
  const asking = [...opinionsOf(reading), ...reading.hits("reviewers")];
  return pairsOf(
    handed.map(({ first }) => first),
    asking,
    NEAR,
  );
}

function unpaid(reading: Reading): readonly Pair[] {
  const troubled = troubledSentences(reading);
  const promised = reading.hits("notPaying").filter(({ sentence }) => !troubled.has(sentence));
  return pairsOf(promised, [...opinionsOf(reading), ...reading.hits("reviewers")], NEAR);
}

/** Postage itself is no trouble here; something broken or returned beside it is. */
function takenOver(reading: Reading): readonly Pair[] {
  const costs = reading.hits("costs");
  const isCost = (one: Hit): boolean => costs.some(({ from, to }) => from < one.to && one.from < to);
  const troubled = reading.hits("problem").filter((one) => !isCost(one));
  const taken = pairsOf(costs, reading.hits("bears"), HANDED)
    .filter(({ first }) => !troubled.some(({ sentence }) => sentence === first.sentence))
    .map(({ first }) => first);
  return pairsOf(taken, opinionsOf(reading), NEAR);
}

/** "A review from you, a coffee from us": a deal, whatever it is about. */
function struck(reading: Reading): readonly Pair[] {
  const asked = pairsOf(reading.hits("fromYou"), opinionsOf(reading), BESIDE).map(({ first }) => first);
  return pairsOf(asked, reading.hits("fromUs"), HANDED).filter(({ first, second }) => first.to <= second.from);
}

/** "It becomes valid with your review": by itself nothing of an order does, and what the law grants holds without it. */
function activated(reading: Reading, wording: Wording): readonly Pair[] {
  return pairsOf(affirmed(reading, "comesIntoForce", wording), reading.hits("review"), HANDED);
}
