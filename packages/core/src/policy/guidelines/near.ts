import type { Finding, GuidelineRule } from "../finding.ts";
import type { Concept } from "./lexicon/concepts.ts";
import type { CoveredLanguage } from "./lexicon/lexicon.ts";
import { report } from "./report.ts";
import type { Hit, Reading, Wording } from "./wording.ts";

/** How far apart two terms may stand: letters between them, sentences, clauses. */
export interface Reach {
  readonly letters: number;
  readonly sentences: number;
  readonly sameClause?: boolean;
  /** True where the second term must follow the first. */
  readonly inOrder?: boolean;
}

/** A stretch from one term to another. */
export interface Pair {
  readonly first: Hit;
  readonly second: Hit;
  readonly from: number;
  readonly to: number;
}

/** The nearest second term for each first one; the lists are short and bounded. */
export function pairsOf(first: readonly Hit[], second: readonly Hit[], reach: Reach): readonly Pair[] {
  if (first.length === 0 || second.length === 0) {
    return NO_PAIRS;
  }
  const pairs: Pair[] = [];
  for (const one of first) {
    const near = nearest(one, second, reach);
    if (near !== undefined) {
      pairs.push({ first: one, second: near, from: Math.min(one.from, near.from), to: Math.max(one.to, near.to) });
    }
  }
  return pairs;
}

const NO_PAIRS: readonly Pair[] = [];

function nearest(one: Hit, others: readonly Hit[], reach: Reach): Hit | undefined {
  let best: Hit | undefined;
  for (const other of others) {
    if (isNear(one, other, reach) && (best === undefined || distance(one, other) < distance(one, best))) {
      best = other;
    }
  }
  return best;
}

const NO_SENTENCES: ReadonlySet<number> = new Set();

/** The sentences in which the hits of a concept stand. */
export function sentencesOf(reading: Reading, concept: Concept): ReadonlySet<number> {
  const hits = reading.hits(concept);
  return hits.length === 0 ? NO_SENTENCES : new Set(hits.map(({ sentence }) => sentence));
}

function isNear(one: Hit, other: Hit, reach: Reach): boolean {
  const overlaps = one.from < other.to && other.from < one.to;
  return (
    distance(one, other) <= reach.letters &&
    Math.abs(one.sentence - other.sentence) <= reach.sentences &&
    (reach.sameClause !== true || one.clause === other.clause) &&
    (reach.inOrder !== true || (other.from >= one.to && !overlaps))
  );
}

function distance(one: Hit, other: Hit): number {
  return Math.max(0, other.from - one.to, one.from - other.to);
}

const NEGATION_BEFORE = 60;
const NEGATION_AFTER = 45;
/** Languages in which the verb, and with it its negation, may follow what it denies. */
const NEGATED_AFTER: ReadonlySet<CoveredLanguage> = new Set(["ja", "tr", "de", "nl", "sv"]);

/** Whether the sentence denies what the hit says ("we never offer gift cards"). An offer after the denial stands. */
export function isNegated(reading: Reading, hit: Hit, language: CoveredLanguage | null): boolean {
  const anew = [...reading.hits("offer"), ...reading.hits("request")];
  return reading.hits("negation").some((negation) => {
    const belongsToIt = negation.from >= hit.from && negation.to <= hit.to;
    if (negation.sentence !== hit.sentence || belongsToIt) {
      return false;
    }
    if (negation.from < hit.to) {
      const between = (offer: Hit): boolean => offer.from > negation.to && offer.from <= hit.from;
      const offeredAnew =
        negation.clause !== hit.clause && anew.some((one) => between(one) && one.clause !== negation.clause);
      return hit.from - negation.to <= NEGATION_BEFORE && !offeredAnew;
    }
    return (
      language !== null &&
      NEGATED_AFTER.has(language) &&
      negation.from - hit.to <= NEGATION_AFTER &&
      negation.clause === hit.clause
    );
  });
}

/** Hits that nothing in their own clause denies: "as we cannot deliver it, please cancel" is no denial. */
export function affirmedInClause(reading: Reading, concept: Concept): readonly Hit[] {
  const negations = reading.hits("negation");
  return reading
    .hits(concept)
    .filter(
      (hit) => !negations.some(({ clause, to }) => clause === hit.clause && to <= hit.from && hit.from - to <= 30),
    );
}

/** Hits that nothing denies. */
export function affirmed(reading: Reading, concept: Concept, wording: Wording): readonly Hit[] {
  const hits = reading.hits(concept);
  return hits.length === 0 ? hits : hits.filter((hit) => !isNegated(reading, hit, wording.language));
}

/** Whether the message speaks of it anywhere. */
export function mentions(wording: Wording, concept: Concept): boolean {
  return wording.readings.some((reading) => reading.hits(concept).length > 0);
}

export interface Place {
  readonly reading: Reading;
  readonly from: number;
  readonly to: number;
}

/** One finding at a stretch of folded text; the fix leaves the words out where no tag stands among them. */
export function reportWords(rule: GuidelineRule, message: string, place: Place): Finding {
  const { reading, from, to } = place;
  return report(rule, { message, range: reading.place(from, to), part: reading.part, fix: "" });
}

/** At most one finding for a sentence: terms inside one offer would only repeat it. */
export function onePerSentence(places: readonly (Place & { readonly sentence: number })[]): readonly Place[] {
  const seen = new Set<string>();
  return places.filter(({ reading, sentence }) => {
    const key = `${reading.part} ${sentence}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
