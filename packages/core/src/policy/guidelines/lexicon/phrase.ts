import { isCjk } from "../fold-character.ts";
import { normaliseText } from "../normalise-text.ts";
import type { CoveredLanguage } from "./lexicon.ts";
import { hashOf, tokenise } from "./tokens.ts";

/** A term as a row of places, each taken by any of some words: `{free,extra} gift*`. Nothing is multiplied out. */
export interface Phrase {
  readonly places: readonly Place[];
  /** The last word may go on. */
  readonly openEnd: boolean;
  /** Terms that begin inside words, or stand in scripts without spaces, are searched letter by letter instead. */
  readonly anywhere: boolean;
  /** As it was written, for those. */
  readonly text: string;
}

export interface Place {
  readonly words: readonly string[];
  readonly hashes: ReadonlySet<number>;
}

/** Terms that would become more than this many are our own mistake. */
const MOST_VARIANTS = 4_000;

/** The phrases of a lexicon's text; German umlauts also as two letters. */
export function readPhrases(text: string, language: CoveredLanguage): readonly Phrase[] {
  const terms = text.split("|").map((term) => term.trim());
  return terms.filter((term) => term !== "").flatMap((term) => readTerm(term, language));
}

function readTerm(term: string, language: CoveredLanguage): readonly Phrase[] {
  const openStart = term.startsWith("*");
  const openEnd = term.endsWith("*");
  const bare = term.replace(/^\*|\*$/g, "");
  if (language === "ja" || language === "ar" || openStart || [...bare].some((one) => isCjk(one.charCodeAt(0)))) {
    return [{ places: [], openEnd, anywhere: true, text: term }];
  }
  return rowsOf(bare).flatMap((row) => {
    const spelled = language === "de" ? row.map((words) => words.flatMap(spellUmlauts)) : row;
    const places = spelled.map((words) => placeOf(words));
    return places.length === 0 || places.some(({ words }) => words.length === 0)
      ? []
      : [{ places, openEnd, anywhere: false, text: term }];
  });
}

function spellUmlauts(word: string): readonly string[] {
  const two = word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
  return two === word ? [word] : [word, two];
}

function placeOf(words: readonly string[]): Place {
  const folded = [...new Set(words.map(fold))].filter((word) => word !== "");
  return { words: folded, hashes: new Set(folded.map(hashOf)) };
}

function fold(word: string): string {
  const { codes, length } = normaliseText(word);
  return String.fromCharCode(...codes.subarray(0, length));
}

/** Splits a term at its spaces; choices that hold spaces or nothing make rows of their own. */
function rowsOf(term: string): readonly (readonly (readonly string[])[])[] {
  let rows: (readonly string[])[][] = [[]];
  for (const part of partsOf(term)) {
    const choices = expand(part).map((choice) => wordsOf(choice));
    const single = choices.filter((words) => words.length === 1).map(([word = ""]) => word);
    const others = choices.filter((words) => words.length !== 1);
    const ways: (readonly (readonly string[])[])[] = [
      ...(single.length > 0 ? [[single]] : []),
      ...others.map((words) => words.map((word) => [word])),
    ];
    rows = rows.flatMap((row) => ways.map((way) => [...row, ...way]));
    if (rows.length > MOST_VARIANTS) {
      throw new Error(`The term ${term} has too many variants.`);
    }
  }
  return rows;
}

/** Splits at the spaces that stand outside braces. */
function partsOf(term: string): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const letter of term) {
    depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
    if (letter === " " && depth === 0) {
      parts.push("");
    } else {
      parts[parts.length - 1] += letter;
    }
  }
  return parts.filter((part) => part !== "");
}

/** Words as the text's own tokens are cut: "e-mail" is two, "$10" as well. */
function wordsOf(choice: string): readonly string[] {
  const folded = normaliseText(choice);
  const { starts, ends, count } = tokenise(folded);
  return Array.from({ length: count }, (_, index) =>
    String.fromCharCode(...folded.codes.subarray(starts[index], ends[index])),
  );
}

/** `gift{s,ed}` as its choices. */
export function expand(part: string): readonly string[] {
  const open = part.indexOf("{");
  const close = part.indexOf("}", open);
  if (open < 0 || close < 0) {
    return [part];
  }
  const choices = part.slice(open + 1, close).split(",");
  return choices.flatMap((choice) => expand(part.slice(0, open) + choice + part.slice(close + 1)));
}
