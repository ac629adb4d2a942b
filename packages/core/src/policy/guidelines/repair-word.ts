import { LEET } from "./confusables.ts";

/** Folded letters and where each stands in the text as given. */
export interface Columns {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
}

/** Digits inside a word are letters; a number before it ("5sterne") stays one. */
export function readLeet(codes: Uint16Array, from: number, to: number): void {
  let at = from;
  const first = codes[from] ?? 0;
  while (first !== 48 && first !== 49 && isDigit(codes[at] ?? 0)) {
    at += 1;
  }
  for (; at < to; at += 1) {
    const code = codes[at] ?? 0;
    codes[at] = isDigit(code) ? (LEET.get(code) ?? code) : code;
  }
}

/** "Giiift" as "gift", in place; answers where the word ends then. "www" begins no word that is looked for. */
export function shortenRuns({ codes, offsets }: Columns, from: number, to: number): number {
  const word = codes.slice(from, to);
  let kept = from;
  for (let at = 0; at < word.length; at += 1) {
    const code = word[at] ?? 0;
    const goesOn = at > 0 && word[at - 1] === code;
    if (!goesOn || !isInRun(word, at)) {
      codes[kept] = code;
      offsets[kept] = offsets[from + at] ?? 0;
      kept += 1;
    }
  }
  return kept;
}

/** Whether a letter stands among three of its kind. */
function isInRun(word: Uint16Array, at: number): boolean {
  const code = word[at] ?? 0;
  const same = (index: number): boolean => code >= 97 && word[index] === code;
  return (same(at + 1) && same(at + 2)) || (same(at - 1) && (same(at + 1) || same(at - 2)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
