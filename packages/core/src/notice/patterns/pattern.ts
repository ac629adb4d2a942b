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
  const groups = foldedPhrases(pattern);
  // Most patterns miss a phrase altogether; the last ones are the rarest.
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    if (groups[index]?.some((phrase) => folded.includes(phrase)) !== true) return null;
  }
  const [first = [], ...rest] = groups;
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
    const next = firstOf(phrases, window);
    if (next === null) {
      return null;
    }
    end += next;
  }
  return end;
}

/** Where the phrase that comes first ends. */
function firstOf(phrases: readonly string[], window: string): number | null {
  let first: { at: number; end: number } | null = null;
  for (const phrase of phrases) {
    const at = window.indexOf(phrase);
    if (at >= 0 && (first === null || at < first.at)) first = { at, end: at + phrase.length };
  }
  return first === null ? null : first.end;
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
