import type { GuidelineRule } from "../finding.ts";
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
  /** A message with a permitted purpose may mention the shipment; a request may say that the order arrived. */
  check(_message, _markup, wording) {
    const hasPurpose = mentions(wording, "purpose");
    const asks = hasPurpose || mentions(wording, "review");
    const places = wording.readings.flatMap((reading) => [
      ...(hasPurpose ? [] : affirmed(reading, "shipped", wording)).map((hit) => ({ reading, ...hit })),
      ...(asks ? [] : affirmed(reading, "arrived", wording)).map((hit) => ({ reading, ...hit })),
    ]);
    const complaint = "Amazon confirms orders and shipments itself; a message may not.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};
