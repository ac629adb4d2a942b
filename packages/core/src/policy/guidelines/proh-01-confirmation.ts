import type { GuidelineRule } from "../finding.ts";
import { wantsSomething } from "./asking.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, mentions, onePerSentence, reportWords } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";

export const noConfirmation: GuidelineRule = {
  id: "PROH-01",
  class: "prohibited-content",
  severity: "block",
  title: "No order or shipping confirmations",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  /** A message that asks for something may mention the shipment; a request may say that the order arrived. */
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => [
      ...affirmed(reading, "shipped", wording).map((hit) => ({ reading, ...hit })),
      ...(mentions(wording, "review") || mentions(wording, "opinion")
        ? []
        : affirmed(reading, "arrived", wording).map((hit) => ({ reading, ...hit }))),
    ]);
    const complaint = "Amazon confirms orders and shipments itself; a message may not.";
    return places.length === 0 || wantsSomething(wording)
      ? []
      : onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};
