import { CONFUSABLES } from "./confusables.ts";

/** What a character becomes: letters and digits fold to lower case without accents, the rest to one of these signs. */
export const SPACE = 32;
/** Comma, colon, brackets, dash: a clause ends. */
export const CLAUSE = 44;
/** A sentence ends; a question is told apart. */
export const SENTENCE = 46;
export const QUESTION = 63;
/** Any currency sign. */
export const CURRENCY = 36;
export const PERCENT = 37;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]|(?![\u3099\u309a])\p{M}/u;
const KANA = /[\u3040-\u30ff\uff65-\uff9f]/;

/** Filled as characters are met; most texts use a few dozen. */
const BASIC: (string | undefined)[] = [];
const FARTHER = new Map<number, string>();

/** Answered where a character folds to no code or to several, or is half of one beyond the basic plane. */
export const NOT_SINGLE = 1;

/** The one code that most characters fold to; 0 where not met yet. */
const SINGLE = new Uint16Array(0x10000);

export function foldedCode(unit: number): number {
  const known = SINGLE[unit] ?? NOT_SINGLE;
  if (known !== 0) {
    return known;
  }
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const folded = isHalf ? "" : foldCharacter(unit);
  const code = folded.charCodeAt(0);
  const isVoicing = code === 0x3099 || code === 0x309a;
  const single = folded.length === 1 && !isVoicing ? code : NOT_SINGLE;
  SINGLE[unit] = single;
  return single;
}

/** A character as the lexicons spell it: nothing, one or a few letters, digits or signs. */
export function foldCharacter(codePoint: number): string {
  const known = codePoint < 0x10000 ? BASIC[codePoint] : FARTHER.get(codePoint);
  if (known !== undefined) {
    return known;
  }
  const folded = fold(String.fromCodePoint(codePoint));
  if (codePoint < 0x10000) {
    BASIC[codePoint] = folded;
  } else if (FARTHER.size < 10_000) {
    FARTHER.set(codePoint, folded);
  }
  return folded;
}

function fold(character: string): string {
  if (INVISIBLE.test(character)) {
    return "";
  }
  const sign = foldSign(character);
  if (sign !== null) {
    return sign;
  }
  const like = CONFUSABLES.get(character);
  if (like !== undefined) {
    return like;
  }
  const plain = KANA.test(character) ? character.normalize("NFKC") : stripMarks(character.normalize("NFKD"));
  const letters = [...plain.toLowerCase()].filter((one) => /[\p{L}\p{N}\u30fc\u3099\u309a]/u.test(one));
  return letters.length === 0 ? " " : letters.map((one) => CONFUSABLES.get(one) ?? stripMarks(one)).join("");
}

function stripMarks(text: string): string {
  return text.replace(/(?![\u3099\u309a])\p{M}/gu, "");
}

function foldSign(character: string): string | null {
  if (/[.!。！．｡…۔\u2029]/.test(character)) {
    return ".";
  }
  if (/[?？؟]/.test(character)) {
    return "?";
  }
  if (/[,;:()[\]{}，、；：（）「」『』【】،؛–—•]/.test(character)) {
    return ",";
  }
  if (/[%％٪]/.test(character)) {
    return "%";
  }
  return /\p{Sc}/u.test(character) ? "$" : null;
}

/** Whether a folded code belongs to a word. */
export function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** Scripts that put no spaces between words. */
export function isCjk(code: number): boolean {
  return code >= 0x3005 && code <= 0x9fff;
}
