import { int32Column, int32Scratch, uint16Column, uint16Scratch } from "./arena.ts";
import { LEET } from "./confusables.ts";
import {
  CLAUSE,
  CURRENCY,
  foldCharacter,
  foldedCode,
  isCjk,
  isWordCode,
  NOT_SINGLE,
  PERCENT,
  QUESTION,
  SENTENCE,
  SPACE,
} from "./fold-character.ts";
import type { Range } from "./parse-html.ts";
import { readLeet, shortenRuns } from "./repair-word.ts";

/** A text as the lexicons read it: words of plain letters, one sign between two words; offsets lead back. */
export interface FoldedText {
  readonly length: number;
  /** Codes of the folded letters and signs. */
  readonly codes: Uint16Array;
  /** True where letters that stood apart ("f r e e") were put together: words have no borders there. */
  readonly joined: boolean;
  /** The highest unit of the text as given: most texts hold no sign of a far block, and need not be searched for one. */
  readonly highest: number;
  /** The stretch of the text as given that a stretch of the folded one stands for. */
  rangeOf(from: number, to: number): Range;
}

/** A stretch as long as a short sentence of single letters is no accident. */
const FEWEST_SINGLE_LETTERS = 4;

/** Folds case, accents, compatibility forms, look-alikes and invisible characters, in linear time. */
export function normaliseText(text: string): FoldedText {
  const folding = new Folding(text);
  folding.run();
  return folding.finish();
}

class Folding {
  private readonly text: string;
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
  private length = 0;
  private wordStart = 0;
  private highest = 0;
  private hasLetter = false;
  private hasLeet = false;
  private singles = 0;
  private manySingles = false;
  /** A letter three times in a row: no word that is looked for has one. */
  private hasRun = false;

  constructor(text: string) {
    this.text = text;
    // Letters fold to two at most; rare signs that would fold to more are cut.
    this.codes = uint16Scratch(text.length * 2);
    this.offsets = int32Scratch(text.length * 2);
  }

  run(): void {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) {
        at = this.readLetters(at, code);
      } else if (code === SPACE && this.followsWord()) {
        this.endWord();
        this.push(SPACE, at);
        this.wordStart = this.length;
        at += 1;
      } else if (code < 128) {
        this.readAscii(code, at);
        at += 1;
      } else {
        at += this.readOther(at, code);
      }
    }
    this.endWord();
  }

  /** Most of a text are small letters, which stay as they are; answers where they end. */
  private readLetters(from: number, first: number): number {
    const { text, codes, offsets } = this;
    const shift = this.length - from;
    let at = from;
    let code = first;
    let last = SPACE;
    let run = 0;
    let longest = 0;
    while (isLetter(code)) {
      codes[at + shift] = code;
      offsets[at + shift] = at;
      at += 1;
      run = code === last ? run + 1 : 0;
      longest = Math.max(run, longest);
      last = code;
      code = at < text.length ? text.charCodeAt(at) : SPACE;
    }
    this.length = at + shift;
    this.hasLetter = true;
    this.hasRun ||= longest > 1;
    return at;
  }

  finish(): FoldedText {
    const { text } = this;
    const length = this.manySingles ? joinSingles(this.codes, this.offsets, this.length) : this.length;
    const codes = uint16Column(length);
    const offsets = int32Column(length);
    codes.set(this.codes.subarray(0, length));
    offsets.set(this.offsets.subarray(0, length));
    return {
      length,
      codes,
      joined: this.manySingles,
      highest: this.highest,
      rangeOf: (from, to) => {
        const last = offsets[to - 1] ?? text.length;
        const wide = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
        return { from: offsets[from] ?? text.length, to: Math.min(last + wide, text.length) };
      },
    };
  }

  private push(code: number, at: number): void {
    this.codes[this.length] = code;
    this.offsets[this.length] = at;
    this.length += 1;
  }

  private readAscii(code: number, at: number): void {
    if (code >= 65 && code <= 90) {
      this.hasLetter = true;
      this.hasRun ||= code === this.text.charCodeAt(at + 1) && code === this.text.charCodeAt(at + 2);
      this.push(code + 32, at);
    } else if (code >= 48 && code <= 57) {
      this.hasLeet = true;
      this.push(code, at);
    } else if (code !== SPACE && LEET.has(code) && this.standsInWord(at)) {
      this.push(LEET.get(code) ?? code, at);
    } else {
      this.separate(foldedCode(code), at);
    }
  }

  /** Reads a character beyond ASCII; answers how many units of the text it took. */
  private readOther(at: number, unit: number): number {
    this.highest = Math.max(this.highest, unit);
    const single = foldedCode(unit);
    if (single !== NOT_SINGLE) {
      this.readFolded(single, at);
      return 1;
    }
    const codePoint = this.text.codePointAt(at) ?? 0;
    const folded = foldCharacter(codePoint);
    for (let index = 0; index < Math.min(folded.length, 2); index += 1) {
      const code = folded.charCodeAt(index);
      if (code === 0x3099 || code === 0x309a) {
        this.voice(code);
      } else {
        this.readFolded(code, at);
      }
    }
    return codePoint > 0xffff ? 2 : 1;
  }

  private readFolded(code: number, at: number): void {
    if (isWordCode(code)) {
      this.hasLetter ||= code > 57;
      this.push(code, at);
    } else {
      this.separate(code, at);
    }
  }

  /** A voicing mark of half-width kana belongs to the letter before it. */
  private voice(mark: number): void {
    const last = this.length - 1;
    const voiced = String.fromCharCode(this.codes[last] ?? 0, mark).normalize("NFC");
    if (last >= 0 && voiced.length === 1) {
      this.codes[last] = voiced.charCodeAt(0);
    }
  }

  /** After a word of letters a space is just that. */
  private followsWord(): boolean {
    const last = this.codes[this.length - 1] ?? SPACE;
    return this.length > 0 && isWordCode(last) && !isCjk(last);
  }

  private standsInWord(at: number): boolean {
    const next = this.text.charCodeAt(at + 1) | 32;
    const last = this.codes[this.length - 1] ?? SPACE;
    const sign = this.text.charCodeAt(at);
    const nextIsLetter = next >= 97 && next <= 122;
    return nextIsLetter && (isWordCode(last) ? last > 57 : sign === CURRENCY && this.text.charCodeAt(at + 2) > 96);
  }

  private separate(sign: number, at: number): void {
    this.endWord();
    if (sign === CURRENCY || sign === PERCENT) {
      this.push(sign, at);
    } else if (!this.isBetweenCjk(sign, at)) {
      this.pushSeparator(sign === SENTENCE && this.isInsideWord(at) ? SPACE : sign, at);
    }
    this.wordStart = this.length;
  }

  private isBetweenCjk(sign: number, at: number): boolean {
    return sign === SPACE && isCjk(this.codes[this.length - 1] ?? 0) && isCjk(this.text.charCodeAt(at + 1));
  }

  private pushSeparator(sign: number, at: number): void {
    const last = this.codes[this.length - 1] ?? SENTENCE;
    if (this.length === 0 || isSeparator(last)) {
      this.strengthen(sign);
    } else {
      this.push(sign, at);
    }
  }

  /** "5.00" and "e.g" do not end a sentence. */
  private isInsideWord(at: number): boolean {
    return this.text.charCodeAt(at) === SENTENCE && isWordCode(this.text.charCodeAt(at + 1) | 32);
  }

  private strengthen(sign: number): void {
    const last = this.length - 1;
    if (last >= 0 && rank(sign) > rank(this.codes[last] ?? SPACE)) {
      this.codes[last] = sign;
    }
    // A second space between single letters parts two words.
    this.singles = 0;
  }

  private endWord(): void {
    const { wordStart, length } = this;
    if (length === wordStart) {
      return;
    }
    if (this.hasLetter && this.hasLeet) {
      readLeet(this.codes, wordStart, length);
    }
    if (this.hasRun) {
      this.length = shortenRuns(this, wordStart, length);
    }
    this.singles = length - wordStart === 1 && this.hasLetter ? this.singles + 1 : 0;
    this.manySingles ||= this.singles >= FEWEST_SINGLE_LETTERS;
    this.hasLetter = false;
    this.hasLeet = false;
    this.hasRun = false;
  }
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isSeparator(code: number): boolean {
  return code === SPACE || code === CLAUSE || code === SENTENCE || code === QUESTION;
}

function rank(sign: number): number {
  return sign === SPACE ? 0 : sign === CLAUSE ? 1 : 2;
}

/** Puts single letters that follow each other together, in place. */
function joinSingles(codes: Uint16Array, offsets: Int32Array, length: number): number {
  const original = codes.slice(0, length);
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    const code = original[at] ?? 0;
    const isGap = isSeparator(code) && isSingle(original, at - 1) && isSingle(original, at + 1);
    if (!isGap) {
      codes[kept] = code;
      offsets[kept] = offsets[at] ?? 0;
      kept += 1;
    }
  }
  return kept;
}

function isSingle(codes: Uint16Array, at: number): boolean {
  const isWord = (index: number): boolean => isWordCode(codes[index] ?? SPACE);
  return isWord(at) && !isWord(at - 1) && !isWord(at + 1) && !isCjk(codes[at] ?? 0);
}
