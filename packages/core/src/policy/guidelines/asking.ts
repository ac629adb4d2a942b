import { sentencesOf } from "./near.ts";
import type { Hit, Reading, Wording } from "./wording.ts";

/** Where a review or an opinion is spoken of, in the order of the text. */
export function opinionsOf(reading: Reading): readonly Hit[] {
  const opinions = reading.hits("opinion");
  const reviews = reading.hits("review");
  const good = reading.hits("positiveReview");
  return opinions.length + good.length === 0 ? reviews : [...reviews, ...good, ...opinions];
}

/** Whether the message wants something of the buyer, or brings something that the order needs. */
export function wantsSomething(wording: Wording): boolean {
  return wording.readings.some(
    (reading) => reading.hits("request").length > 0 || reading.hits("enclosure").length > 0 || asksOtherwise(reading),
  );
}

/** A question that is not "do you have any questions?" nor "did you like it?", or is about what the order needs. */
function asksOtherwise(reading: Reading): boolean {
  const polite = new Set(
    [...reading.hits("help"), ...reading.hits("thanks"), ...reading.hits("happy")].map(({ sentence }) => sentence),
  );
  const matters = sentencesOf(reading, "purpose");
  return reading.sentences.some(({ isQuestion }, index) => isQuestion && (!polite.has(index) || matters.has(index)));
}

/** Sentences that speak of something broken, missing or returned: what is given there is owed. */
export function troubledSentences(reading: Reading): ReadonlySet<number> {
  return sentencesOf(reading, "problem");
}
