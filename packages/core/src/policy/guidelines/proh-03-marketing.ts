import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, mentions, onePerSentence, reportWords, sentencesOf } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";
import type { Hit, Reading } from "./wording.ts";

export const noMarketing: GuidelineRule = {
  id: "PROH-03",
  class: "prohibited-content",
  severity: "block",
  title: "No marketing, promotions or coupons",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check({ purpose }, _markup, wording) {
    const onDocument = purpose === "invoice" || mentions(wording, "enclosure");
    const places = wording.readings.flatMap((reading) =>
      affirmed(reading, "promotion", wording)
        .filter((hit) => !asksWhether(reading, hit) && !(onDocument && settled(reading, hit)))
        .map((hit) => ({ reading, ...hit })),
    );
    const complaint = "This advertises; a message may not promote products, shops or prices.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};

/** "The discount is already deducted": a line of the invoice sells nothing. */
function settled(reading: Reading, { sentence }: Hit): boolean {
  return sentencesOf(reading, "settled").has(sentence);
}

/** "Would you recommend it?" asks for an opinion; asked to tell friends, the buyer advertises. */
function asksWhether(reading: Reading, { from, to, sentence }: Hit): boolean {
  const recommends = reading.hits("recommend").some((one) => one.from < to && from < one.to);
  const isQuestion = reading.sentences[sentence]?.isQuestion === true;
  return recommends && isQuestion && !reading.hits("thirdParty").some((one) => one.sentence === sentence);
}
