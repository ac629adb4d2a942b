/** Languages whose words the rules know. */
export const COVERED_LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt", "ja", "tr", "ar"] as const;

export type CoveredLanguage = (typeof COVERED_LANGUAGES)[number];

/**
 * Terms by language, apart by `|`. `gift card*`: any ending; `*sterne`: any beginning; `{a,b,}`: one of them or
 * nothing. Case, accents and hyphens do not matter. Japanese and Arabic terms match anywhere.
 */
export type Lexicon = Readonly<Record<CoveredLanguage, string>>;

/** Further terms of one language, by concept. */
export type LanguageTerms = Readonly<Record<string, string>>;

export function isCovered(language: string): language is CoveredLanguage {
  return COVERED_LANGUAGES.some((covered) => covered === language);
}

/** The covered language of a tag such as `pt-BR`, or null. */
export function coveredLanguage(tag: string): CoveredLanguage | null {
  const base = tag.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return isCovered(base) ? base : null;
}
