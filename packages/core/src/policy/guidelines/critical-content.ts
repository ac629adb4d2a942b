import type { Purpose } from "../../message/message.ts";
import type { GuidelineRule } from "../finding.ts";
import { wantsSomething } from "./asking.ts";
import type { Concept } from "./lexicon/concepts.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, onePerSentence, reportWords } from "./near.ts";
import { CRITICAL_LIST } from "./report.ts";
import type { Hit, Reading } from "./wording.ts";

interface Content {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly Concept[];
  readonly complaint: string;
  /** Purposes that speak of such a matter anyhow. */
  readonly excuses?: readonly Excuse[];
}

interface Excuse {
  readonly purpose: Purpose;
  /** Reads folded words. */
  readonly about: RegExp;
  /** Only where something is asked of the buyer. */
  readonly whereAsked: boolean;
}

/** A rule of the critical pack: words that a message past the opt-out may not hold. */
export function criticalContent({ id, title, concepts, complaint, excuses = [] }: Content): GuidelineRule {
  const rule: GuidelineRule = {
    id,
    class: "not-critical",
    severity: "block",
    title,
    source: CRITICAL_LIST,
    languages: COVERED_LANGUAGES,
    check({ critical, purpose }, _markup, wording) {
      if (!critical) {
        return [];
      }
      const excused = excuses.find((one) => one.purpose === purpose && (!one.whereAsked || wantsSomething(wording)));
      const places = wording.readings.flatMap((reading) =>
        concepts
          .flatMap((concept) => affirmed(reading, concept, wording))
          .filter((hit) => excused === undefined || !excused.about.test(wordsOf(reading, hit)))
          .map((hit) => ({ reading, ...hit })),
      );
      return onePerSentence(places).map((place) => reportWords(rule, complaint, place));
    },
  };
  return rule;
}

function wordsOf({ folded }: Reading, { from, to }: Hit): string {
  return String.fromCharCode(...folded.codes.subarray(from, to));
}
