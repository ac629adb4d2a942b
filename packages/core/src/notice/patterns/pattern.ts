import { foldForMatching } from "../fold-text.ts";
import type { NoticeKind } from "../notice.ts";

/** A sentence that decides what a notice says. */
export interface NoticePattern {
  /** `<language>.<kind>.<n>`; kept with the notice, so an id never changes its meaning. */
  readonly id: string;
  readonly language: string;
  readonly kind: NoticeKind;
  /** Phrases that follow one another closely; a list stands for any of its members. */
  readonly phrases: readonly (string | readonly string[])[];
  /** Whether Amazon's wording was read, read in part, or put in our words for a known behaviour. */
  readonly wording: "verified" | "partly" | "own";
  readonly source: string;
}

/** What tells, in one language, that a mail is about a message of ours that did not arrive. */
export interface MessageWords {
  readonly language: string;
  readonly message: readonly string[];
  readonly failure: readonly string[];
}

/** How far apart two phrases of one sentence may stand. */
const REACH = 320;

/** The stretch of a folded text that a pattern matches, or null. */
export function matchPattern(pattern: NoticePattern, folded: string): { from: number; to: number } | null {
  const [first = [], ...rest] = foldedPhrases(pattern);
  for (const phrase of first) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      const to = followedBy(rest, { folded, from: at + phrase.length });
      if (to !== null) {
        return { from: at, to };
      }
    }
  }
  return null;
}

function followedBy(rest: readonly (readonly string[])[], place: { folded: string; from: number }): number | null {
  let end = place.from;
  for (const phrases of rest) {
    const window = place.folded.slice(end, end + REACH);
    const hits = phrases.map((phrase) => ({ phrase, at: window.indexOf(phrase) })).filter(({ at }) => at >= 0);
    const next = hits.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) {
      return null;
    }
    end += next.at + next.phrase.length;
  }
  return end;
}

const cache = new WeakMap<NoticePattern, readonly (readonly string[])[]>();

function foldedPhrases(pattern: NoticePattern): readonly (readonly string[])[] {
  const known = cache.get(pattern);
  if (known !== undefined) {
    return known;
  }
  const folded = pattern.phrases.map((phrase) => [phrase].flat().map(foldForMatching));
  cache.set(pattern, folded);
  return folded;
}
