import { isCjk, isWordCode, SPACE } from "../fold-character.ts";
import { normaliseText } from "../normalise-text.ts";
import type { CoveredLanguage } from "./lexicon.ts";

/** A term ready to be searched for. */
export interface Term {
  readonly codes: readonly number[];
  /** Whether letters may stand before it, or follow. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Arabic writes "and", "the", "for" as first letters of the word: they may stand before the term. */
  readonly proclitics: boolean;
}

/** Two words that are this long together may stand as one; shorter ones ("if you") would turn into parts of other words. */
const SHORTEST_GLUED = 7;

/** Arabic words of so many letters take endings; shorter ones would turn into parts of other words. */
const SHORTEST_INFLECTED = 4;

/** The terms of a lexicon's text, spelled as folded texts are; German umlauts also as two letters. */
export function compileTerms(text: string, language: CoveredLanguage): readonly Term[] {
  const terms = text
    .split("|")
    .flatMap((term) => expandBraces(term.trim()))
    .filter((term) => term !== "");
  return [...new Set(terms.flatMap((term) => spellings(term, language)))].flatMap((term) =>
    compileTerm(term, language),
  );
}

function compileTerm(term: string, language: CoveredLanguage): readonly Term[] {
  const bare = term.replace(/^\*|\*$/g, "");
  const codes = spell(bare);
  if (!codes.some((code) => code !== SPACE)) {
    return [];
  }
  const anywhere = language === "ja" || codes.some(isCjk);
  const shape = {
    openStart: anywhere || term.startsWith("*"),
    openEnd: anywhere || term.endsWith("*") || (language === "ar" && lastWord(codes) >= SHORTEST_INFLECTED),
    proclitics: language === "ar",
  };
  const glued = codes.filter((code) => isWordCode(code));
  const isGlueable = glued.length === codes.length - 1 && glued.length >= SHORTEST_GLUED;
  return [{ codes, ...shape }, ...(isGlueable ? [{ codes: glued, ...shape }] : [])];
}

/** Letters after the last space. */
function lastWord(codes: readonly number[]): number {
  return codes.length - 1 - codes.lastIndexOf(SPACE);
}

/** German umlauts also as two letters; Arabic words after the first also with the article. */
function spellings(term: string, language: CoveredLanguage): readonly string[] {
  if (language === "de") {
    return [term, spellUmlauts(term)];
  }
  return language === "ar" && term.includes(" ") ? [term, term.replace(/ (?!ال)(?=[^ ]{3,}$)/, " ال")] : [term];
}

function spell(term: string): readonly number[] {
  const folded = normaliseText(term);
  return [...folded.codes.subarray(0, folded.length)];
}

function spellUmlauts(term: string): string {
  return term.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
}

/** `if you{ are,'re} happy` as two terms. Terms are our own and short. */
export function expandBraces(term: string): readonly string[] {
  const open = term.indexOf("{");
  const close = term.indexOf("}", open);
  if (open < 0 || close < 0) {
    return [term.replace(/\s+/g, " ").trim()];
  }
  const choices = term.slice(open + 1, close).split(",");
  return choices.flatMap((choice) => expandBraces(term.slice(0, open) + choice + term.slice(close + 1)));
}
