import type { GuidelineRule } from "../finding.ts";
import type { Concept } from "./lexicon/concepts.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, onePerSentence, reportWords } from "./near.ts";
import { CRITICAL_LIST } from "./report.ts";

interface Content {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly Concept[];
  readonly complaint: string;
}

/** A rule of the critical pack: words that a message past the opt-out may not hold. */
export function criticalContent({ id, title, concepts, complaint }: Content): GuidelineRule {
  const rule: GuidelineRule = {
    id,
    class: "not-critical",
    severity: "block",
    title,
    source: CRITICAL_LIST,
    languages: COVERED_LANGUAGES,
    check({ critical }, _markup, wording) {
      if (!critical) {
        return [];
      }
      const places = wording.readings.flatMap((reading) =>
        concepts.flatMap((concept) => affirmed(reading, concept, wording).map((hit) => ({ reading, ...hit }))),
      );
      return onePerSentence(places).map((place) => reportWords(rule, complaint, place));
    },
  };
  return rule;
}
