import { SPACE } from "../fold-character.ts";
import type { FoldedText } from "../normalise-text.ts";
import { buildTable, type HashTable, lookUp } from "./hash-table.ts";
import type { Phrase, Place } from "./phrase.ts";
import { HASH_START, hashOf, hashStep, type Tokens } from "./tokens.ts";

/** What may follow the word or the two words under which it is kept. */
interface Continuation {
  readonly concept: number;
  /** That word, or both: two words may share a hash. */
  readonly word: string;
  readonly rest: readonly Place[];
  readonly openEnd: boolean;
}

type Entries = readonly Continuation[];

/** The phrases of a language: a text is read word by word, and most words begin no phrase. */
export interface PhraseBook {
  /** Phrases of one word; and of two, the second of which may go on. */
  readonly words: HashTable<Entries>;
  /** Beginnings of words: phrases of one word that may go on. */
  readonly beginnings: HashTable<Entries>;
  readonly shortestBeginning: number;
  /** Marks by hash which first letters, as many as the shortest beginning has, any beginning has. */
  readonly mayBegin: Uint8Array;
  /** Longer phrases, by their first two words: "your" and "the" alone would lead to hundreds. */
  readonly pairs: HashTable<Entries>;
}

export interface ConceptPhrase extends Phrase {
  readonly concept: number;
}

export function buildPhraseBook(phrases: readonly ConceptPhrase[]): PhraseBook {
  const building = { words: new Map(), beginnings: new Map(), pairs: new Map(), shortest: 99 };
  for (const phrase of phrases) {
    addPhrase(phrase, building);
  }
  const { words, beginnings, pairs, shortest } = building;
  return {
    words: buildTable(words),
    beginnings: buildTable(beginnings),
    mayBegin: firstLetters(beginnings, shortest),
    pairs: buildTable(pairs),
    shortestBeginning: shortest,
  };
}

const MAY_BEGIN_MASK = 0xfff;

/** Most words begin like no term: their first letters tell it before they are looked up. */
function firstLetters(beginnings: Building["beginnings"], letters: number): Uint8Array {
  const marks = new Uint8Array(MAY_BEGIN_MASK + 1);
  for (const { word } of [...beginnings.values()].flat()) {
    marks[hashOf(word.slice(0, letters)) & MAY_BEGIN_MASK] = 1;
  }
  return marks;
}

interface Building {
  readonly words: Map<number, Continuation[]>;
  readonly beginnings: Map<number, Continuation[]>;
  readonly pairs: Map<number, Continuation[]>;
  shortest: number;
}

function addPhrase({ concept, places, openEnd }: ConceptPhrase, building: Building): void {
  const [first, second] = places;
  if (first === undefined) {
    return;
  }
  if (second === undefined) {
    addWords(first.words, { concept, openEnd }, building);
    return;
  }
  if (places.length === 2) {
    addGlued({ concept, places, openEnd, building });
  }
  const goesOn = places.length === 2 && openEnd;
  for (const word of first.words) {
    if (goesOn) {
      addTo(building.words, hashOf(word), { concept, word, rest: [second], openEnd });
      continue;
    }
    for (const next of second.words) {
      const continuation = { concept, word: word + next, rest: places.slice(2), openEnd };
      addTo(building.pairs, pairOf(hashOf(word), hashOf(next)), continuation);
    }
  }
}

function addWords(
  words: readonly string[],
  phrase: Pick<Continuation, "concept" | "openEnd">,
  building: Building,
): void {
  for (const word of words) {
    const continuation = { ...phrase, word, rest: [] };
    addTo(phrase.openEnd ? building.beginnings : building.words, hashOf(word), continuation);
    if (phrase.openEnd) {
      building.shortest = Math.min(building.shortest, word.length);
    }
  }
}

/** Two words that are this long together may stand as one ("giftcard"); shorter ones would turn into others. */
const SHORTEST_GLUED = 7;
const MOST_GLUED = 200;

interface Gluing {
  readonly concept: number;
  readonly places: readonly Place[];
  readonly openEnd: boolean;
  readonly building: Building;
}

function addGlued({ concept, places: [first, second], openEnd, building }: Gluing): void {
  if (first === undefined || second === undefined || first.words.length * second.words.length > MOST_GLUED) {
    return;
  }
  const glued = first.words.flatMap((word) => second.words.map((next) => word + next));
  addWords(
    glued.filter(({ length }) => length >= SHORTEST_GLUED),
    { concept, openEnd },
    building,
  );
}

function addTo(map: Map<number, Continuation[]>, key: number, continuation: Continuation): void {
  const known = map.get(key);
  if (known === undefined) {
    map.set(key, [continuation]);
  } else {
    known.push(continuation);
  }
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 31) ^ second;
}

/** Takes a phrase that was found: its concept, its first and its last word. */
export type Found = (concept: number, first: number, last: number) => void;

export function findPhrases(book: PhraseBook, folded: FoldedText, { tokens, found }: Search): void {
  new PhraseSearch(book, folded, { tokens, found }).run();
}

interface Search {
  readonly tokens: Tokens;
  readonly found: Found;
}

/** One walk over the words of a text. */
class PhraseSearch {
  private readonly book: PhraseBook;
  private readonly tokens: Tokens;
  private readonly codes: Uint16Array;
  private readonly found: Found;

  constructor(book: PhraseBook, { codes }: FoldedText, { tokens, found }: Search) {
    this.book = book;
    this.tokens = tokens;
    this.codes = codes;
    this.found = found;
  }

  run(): void {
    const { book, tokens } = this;
    const { count, hashes, joined } = tokens;
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index] ?? 0;
      this.readEntries(lookUp(book.words, hash), index, index);
      this.readBeginnings(index);
      if (joined[index + 1] === 1) {
        this.readEntries(lookUp(book.pairs, pairOf(hash, hashes[index + 1] ?? 0)), index, index + 1);
      }
    }
  }

  /** `last` is the last word that is read already. */
  private readEntries(entries: Entries | undefined, index: number, last: number): void {
    if (entries === undefined) {
      return;
    }
    for (const continuation of entries) {
      const end = this.isWord(continuation.word, index) ? this.follow(continuation, last) : -1;
      if (end >= 0) {
        this.found(continuation.concept, index, end);
      }
    }
  }

  private readBeginnings(index: number): void {
    const { tokens, codes } = this;
    const { beginnings, shortestBeginning, mayBegin } = this.book;
    const start = tokens.starts[index] ?? 0;
    const end = tokens.ends[index] ?? 0;
    const first = start + shortestBeginning - 1;
    if (first >= end) {
      return;
    }
    let hash = HASH_START;
    for (let at = start; at <= first; at += 1) {
      hash = hashStep(hash, codes[at] ?? 0);
    }
    if (mayBegin[hash & MAY_BEGIN_MASK] !== 1) {
      return;
    }
    this.readEntries(lookUp(beginnings, hash), index, index);
    for (let at = first + 1; at < end; at += 1) {
      hash = hashStep(hash, codes[at] ?? 0);
      this.readEntries(lookUp(beginnings, hash), index, index);
    }
  }

  /** Compares letter by letter; a space between two words is passed over. */
  private isWord(word: string, index: number): boolean {
    const { codes } = this;
    let at = this.tokens.starts[index] ?? 0;
    for (let letter = 0; letter < word.length; letter += 1) {
      at += codes[at] === SPACE ? 1 : 0;
      if (word.charCodeAt(letter) !== codes[at]) {
        return false;
      }
      at += 1;
    }
    return true;
  }

  /** The last word of the phrase, or -1 where the text goes on otherwise. */
  private follow({ rest, openEnd }: Continuation, last: number): number {
    const { tokens } = this;
    let at = last;
    for (let place = 0; place < rest.length; place += 1) {
      at += 1;
      const hashes = rest[place]?.hashes;
      if (hashes === undefined || at >= tokens.count || tokens.joined[at] !== 1) {
        return -1;
      }
      const mayGoOn = openEnd && place === rest.length - 1;
      if (!hashes.has(tokens.hashes[at] ?? 0) && !(mayGoOn && this.beginsWith(hashes, at))) {
        return -1;
      }
    }
    return at;
  }

  private beginsWith(hashes: ReadonlySet<number>, index: number): boolean {
    const { tokens, codes } = this;
    let hash = HASH_START;
    const end = tokens.ends[index] ?? 0;
    for (let at = tokens.starts[index] ?? 0; at < end; at += 1) {
      hash = hashStep(hash, codes[at] ?? 0);
      if (hashes.has(hash)) {
        return true;
      }
    }
    return false;
  }
}
