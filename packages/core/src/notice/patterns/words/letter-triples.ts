/** Places for triples of letters; a power of two. A mail's top holds some two thousand, so one in eight is taken. */
const PLACES = 16_384;

const place = (one: number, two: number, three: number): number =>
  (Math.imul(Math.imul(one, 31) + two, 31) + three) & (PLACES - 1);

/** A word with the places of the three letters at its beginning, in its middle and at its end. */
export interface SoughtWord {
  readonly word: string;
  /** Negative: too short to have any. */
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

export function soughtWord(word: string): SoughtWord {
  const { length } = word;
  if (length < 3) return { word, first: -1, middle: -1, last: -1 };
  const at = (from: number) => place(word.charCodeAt(from), word.charCodeAt(from + 1), word.charCodeAt(from + 2));
  return { word, first: at(0), middle: at((length - 3) >> 1), last: at(length - 3) };
}

/**
 * Which triples of letters a text holds. Nearly all of some hundred words stand in no mail; where one of three triples of
 * a word is missing, the text need not be searched for it.
 */
export function tripleFilter(text: string): (sought: SoughtWord) => boolean {
  const seen = new Uint8Array(PLACES);
  let [one, two] = [text.charCodeAt(0), text.charCodeAt(1)];
  for (let index = 2; index < text.length; index += 1) {
    const three = text.charCodeAt(index);
    seen[place(one, two, three)] = 1;
    one = two;
    two = three;
  }
  return ({ first, middle, last }) => first < 0 || (seen[first] === 1 && seen[last] === 1 && seen[middle] === 1);
}
