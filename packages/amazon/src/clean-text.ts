// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose; Postgres refuses NUL in text.
const CONTROL = /[\u0000-\u001f\u007f]+/g;

/** Longer than any title, SKU or id that Amazon allows (titles: 200 characters, SKUs: 40). */
const LONGEST = 500;

/** Text of a stranger made storable: well-formed, without control characters, of bounded length. */
export function cleanText(value: string): string {
  return value
    .slice(0, LONGEST * 4)
    .replace(CONTROL, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}
