import { decodeReferences } from "./html-text.ts";

const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc\uff70\u2500](?=\s?\d)/g;
const INVISIBLE =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const NOT_PLAIN = /\P{ASCII}/u;
/** White space other than one plain space, which stays as it is: most gaps are. */
const WIDE_GAP = / \s+|[^\S ]\s*/g;
const MARKS = /[\u0300-\u036f]/g;
const CJK_GAP =
  /(?<=[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef。、]) +(?=[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef。、])/g;

/**
 * Text made comparable: compatibility forms (full-width digits and letters), any dash before a digit as `-`,
 * straight quotes, no invisible characters, lower case, one space for any white space.
 */
export function foldText(text: string): string {
  const decoded = text.includes("&#") || text.includes("&nbsp") ? decodeReferences(text) : text;
  const joined = decoded.includes("=\n") ? decoded.replace(/=\n/g, "") : decoded;
  const plain = NOT_PLAIN.test(joined) ? foldLetters(joined) : joined;
  return plain.toLowerCase().replace(WIDE_GAP, " ");
}

/** As `foldText`, and without accents and without the gaps that line ends leave between Chinese characters. */
export function foldForMatching(text: string): string {
  const folded = foldText(text);
  return NOT_PLAIN.test(folded)
    ? folded.normalize("NFD").replace(MARKS, "").normalize("NFC").replace(CJK_GAP, "")
    : folded;
}

function foldLetters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(INVISIBLE, "")
    .replace(/[‘’‛′`´ʼ]/g, "'")
    .replace(/[“”„‟«»″]/g, '"');
}
