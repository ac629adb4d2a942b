/** A seeded source of chance: the same seed gives the same world. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** `length` characters of the alphabet. */
  text(alphabet: string, length: number): string;
}

/** Mulberry32, which is good enough for demo data and fits in a few lines. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(between(0, alphabet.length - 1))).join(""),
  };
}

export const DIGITS = "0123456789";
export const ALIAS_LETTERS = "abcdefghijkmnpqrstvwxyz0123456789";
