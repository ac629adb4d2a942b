import { decodeReferences } from "./html-text.ts";

/** Amazon's order ids: 3-7-7 digits. Spaces and line ends inside come from mail programs that wrap lines. */
const ORDER_ID = /(?<!\d|\d-)(\d{3}) ?- ?(\d{7}) ?- ?(\d{7})(?!\d|-\d)/g;

const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc\uff70\u2500\u00ad](?=\s?\d)/g;
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;

/**
 * Text made comparable: compatibility forms (full-width digits and letters), any dash before a digit as `-`,
 * straight quotes, no invisible characters, lower case, one space for any white space.
 */
export function foldText(text: string): string {
  const decoded = text.includes("&#") || text.includes("&nbsp") ? decodeReferences(text) : text;
  return decoded
    .replace(/=\n/g, "")
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(INVISIBLE, "")
    .replace(/[‘’‛′`´ʼ]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ");
}

/** The different order ids in a folded text, in order of appearance. */
export function findOrderIds(folded: string): readonly string[] {
  const found = new Set<string>();
  for (const match of folded.matchAll(ORDER_ID)) {
    found.add(`${match[1]}-${match[2]}-${match[3]}`);
  }
  return [...found];
}

/**
 * The id that a mail is about: the only one of the first text that has exactly one. Texts stand from the surest
 * (the deciding sentence) to the widest (the whole mail). Null where none or several different ones stand.
 */
export function ownOrderId(foldedTexts: readonly string[]): string | null {
  for (const text of foldedTexts) {
    const ids = findOrderIds(text);
    if (ids.length > 0) {
      return ids.length === 1 ? (ids[0] ?? null) : null;
    }
  }
  return null;
}
