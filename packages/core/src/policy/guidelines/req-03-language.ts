import type { Finding, GuidelineRule } from "../finding.ts";
import { type LanguageSigns, readLanguageSigns } from "./detect-language.ts";
import { COVERED_LANGUAGES, type CoveredLanguage } from "./lexicon/lexicon.ts";
import { ANNOUNCEMENT, report } from "./report.ts";

/** Fewer frequent words than these say nothing certain about a language. */
const FEWEST_WORDS = 5;
/** Letters of a text in which at least one frequent word of its language would stand. */
const LONG_TEXT = 120;

export const inBuyersLanguage: GuidelineRule = {
  id: "REQ-03",
  class: "required",
  severity: "block",
  title: "The text is in the buyer's language",
  source: ANNOUNCEMENT,
  languages: COVERED_LANGUAGES,
  check(message, _markup, wording) {
    if (wording.language === null) {
      const note = `The rules know no words of “${message.language.slice(0, 20)}”; only its markup and its English words were checked.`;
      return [report(this, { message: note, severity: "info" })];
    }
    const body = wording.readings[1];
    return body === undefined ? [] : judge(readLanguageSigns(body.folded, body.tokens), wording.language);
  },
};

function judge(signs: LanguageSigns, language: CoveredLanguage): readonly Finding[] {
  if (language === "ja" || language === "ar") {
    return isInScript(signs, language) ? [] : [wrong(language, null)];
  }
  const foreign = signs.kana + signs.han + signs.arabic;
  const isForeignScript = foreign >= 8 && foreign * 2 > signs.letters;
  return isForeignScript ? [wrong(language, null)] : judgeWords(signs, language);
}

function judgeWords(signs: LanguageSigns, language: CoveredLanguage): readonly Finding[] {
  const own = signs.words.get(language) ?? 0;
  const [best, count] = mostMet(signs.words);
  if (best !== language && count >= FEWEST_WORDS && count > own * 2) {
    return [wrong(language, best)];
  }
  return own === 0 && signs.letters >= LONG_TEXT ? [wrong(language, null)] : [];
}

/** The language of which most frequent words were met: the first of equals. */
function mostMet(words: LanguageSigns["words"]): readonly [string, number] {
  let best = "";
  let most = 0;
  for (const [language, count] of words) {
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return [best, most];
}

/** Japanese is known by its kana, as Chinese has none; a few letters prove nothing. */
function isInScript(signs: LanguageSigns, language: "ja" | "ar"): boolean {
  const own = language === "ja" ? signs.kana + signs.han : signs.arabic;
  const isChinese = language === "ja" && own > 20 && signs.kana === 0;
  return signs.letters < LONG_TEXT / 4 || (own * 4 >= signs.letters && !isChinese);
}

const NAMES = new Intl.DisplayNames("en", { type: "language" });

function wrong(language: string, found: string | null): Finding {
  const seen = found === null ? "reads like another language" : `reads like ${NAMES.of(found) ?? found}`;
  return report(inBuyersLanguage, {
    message: `The buyer's language is ${NAMES.of(language) ?? language}, and the text ${seen}.`,
  });
}
