import type { NoticeKind } from "../notice.ts";
import { NOTICE_PATTERNS } from "./all.ts";
import { matchPattern, type NoticePattern } from "./pattern.ts";
import { isToldAsFact } from "./told-as-fact.ts";
import { matchWords } from "./words/match-words.ts";

const CONFIDENCE: Readonly<Record<NoticePattern["wording"], number>> = { verified: 0.98, partly: 0.9, own: 0.75 };

/** Null: any. */
export type Languages = ReadonlySet<string> | null;

export function mayBe(languages: Languages, language: string): boolean {
  return languages === null || languages.has(language);
}

/** The stretch of a folded text that decides, and what it decides. */
export interface FoundSentence {
  readonly kind: NoticeKind;
  readonly language: string;
  readonly pattern: string;
  readonly confidence: number;
  readonly from: number;
  readonly to: number;
}

/** The words of the matter in any order; then, surer, the published sentences of that kind, or of any kind without it. */
export function findSentence(text: string, languages: Languages): FoundSentence | null {
  const words = matchWords(text, languages);
  const told = words === null ? null : { ...words, pattern: `${words.language}.${words.kind}.words`, confidence: 0.75 };
  for (const pattern of NOTICE_PATTERNS) {
    const { kind, language, id } = pattern;
    const wanted = words === null ? mayBe(languages, language) : language === words.language && kind === words.kind;
    const match = wanted ? matchPattern(pattern, text) : null;
    if (match !== null && isToldAsFact(text, match.from, language) && isToldAsFact(text, match.to, language)) {
      return { kind, language, pattern: id, confidence: CONFIDENCE[pattern.wording], ...match };
    }
  }
  return told;
}
