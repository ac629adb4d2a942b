import type { GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { reportWords } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";

export const noSensitiveContent: GuidelineRule = {
  id: "PROH-12",
  class: "prohibited-content",
  severity: "block",
  title: "No offensive, sexual or gory words",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    return wording.readings.flatMap((reading) =>
      reading
        .hits("offensive")
        .map(({ from, to }) => reportWords(this, "This word is offensive or sensitive.", { reading, from, to })),
    );
  },
};
