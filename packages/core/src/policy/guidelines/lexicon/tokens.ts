import { int32Column, uint8Column } from "../arena.ts";
import { CURRENCY, isWordCode, PERCENT, QUESTION, SENTENCE, SPACE } from "../fold-character.ts";
import type { FoldedText } from "../normalise-text.ts";

/** The words of a folded text, in columns; a currency sign and a per cent sign are words of their own. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Which sentence and clause a word stands in, counted from 0. */
  readonly sentence: Int32Array;
  readonly clause: Int32Array;
  /** 1 where the word before stands directly before it: nothing or one space between them. */
  readonly joined: Uint8Array;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly to: number;
  readonly isQuestion: boolean;
}

/** FNV-1a over the folded letters: a letter more is one step more, so that every beginning of a word has its hash. */
export const HASH_START = 0x811c9dc5 | 0;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at += 1) {
    hash = hashStep(hash, word.charCodeAt(at));
  }
  return hash;
}

export function tokenise(folded: FoldedText): Tokens {
  const reading = new Tokenising(folded);
  reading.run();
  return reading.finish();
}

/** Columns that are filled anew for each text, so that they stay in the cache; a text's own are as long as its words. */
class Scratch {
  readonly words: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  readonly sentence: Int32Array;
  readonly clause: Int32Array;
  readonly joined: Uint8Array;

  constructor(words: number) {
    this.words = words;
    this.starts = new Int32Array(words);
    this.ends = new Int32Array(words);
    this.hashes = new Int32Array(words);
    this.sentence = new Int32Array(words);
    this.clause = new Int32Array(words);
    this.joined = new Uint8Array(words);
  }
}

let scratch = new Scratch(2_048);

function scratchFor(words: number): Scratch {
  if (scratch.words < words) {
    scratch = new Scratch(words * 2);
  }
  return scratch;
}

class Tokenising {
  private count = 0;
  private readonly columns: Scratch;
  private readonly sentences: Sentence[] = [];
  private readonly codes: Uint16Array;
  private readonly length: number;
  private clauses = 0;

  constructor({ codes, length }: FoldedText) {
    this.codes = codes;
    this.length = length;
    // A word and a separator at the least; where none stands between (CJK beside a sign), one letter.
    this.columns = scratchFor(length + 1);
  }

  run(): void {
    const { codes, length } = this;
    let at = 0;
    while (at < length) {
      const code = codes[at] ?? SPACE;
      if (isWordCode(code) || code === CURRENCY || code === PERCENT) {
        at = this.readWord(at, code);
      } else {
        this.readSign(at, code);
        at += 1;
      }
    }
    this.sentences.push({ to: length, isQuestion: false });
  }

  finish(): Tokens {
    const { count, columns, sentences } = this;
    return {
      count,
      starts: kept(columns.starts, count),
      ends: kept(columns.ends, count),
      hashes: kept(columns.hashes, count),
      sentence: kept(columns.sentence, count),
      clause: kept(columns.clause, count),
      joined: keptBytes(columns.joined, count),
      sentences,
    };
  }

  /** Answers where the word ends. */
  private readWord(start: number, code: number): number {
    const { codes, length } = this;
    const last = isWordCode(code) ? length : start + 1;
    let hash = hashStep(HASH_START, code);
    let end = start + 1;
    while (end < last && isWordCode(codes[end] ?? 0)) {
      hash = hashStep(hash, codes[end] ?? 0);
      end += 1;
    }
    this.add(start, end, hash);
    return end;
  }

  private add(start: number, end: number, hash: number): void {
    const { count, columns } = this;
    columns.joined[count] = this.followsAt(start) ? 1 : 0;
    columns.starts[count] = start;
    columns.ends[count] = end;
    columns.hashes[count] = hash;
    columns.sentence[count] = this.sentences.length;
    columns.clause[count] = this.clauses;
    this.count = count + 1;
  }

  private followsAt(start: number): boolean {
    const last = this.count === 0 ? -9 : (this.columns.ends[this.count - 1] ?? -9);
    return last === start || (last === start - 1 && this.codes[last] === SPACE);
  }

  private readSign(at: number, code: number): void {
    if (code !== SPACE) {
      this.clauses += 1;
    }
    if (code === SENTENCE || code === QUESTION) {
      this.sentences.push({ to: at, isQuestion: code === QUESTION });
    }
  }
}

function kept(column: Int32Array, count: number): Int32Array {
  const own = int32Column(count);
  for (let at = 0; at < count; at += 1) {
    own[at] = column[at] ?? 0;
  }
  return own;
}

function keptBytes(column: Uint8Array, count: number): Uint8Array {
  const own = uint8Column(count);
  for (let at = 0; at < count; at += 1) {
    own[at] = column[at] ?? 0;
  }
  return own;
}
