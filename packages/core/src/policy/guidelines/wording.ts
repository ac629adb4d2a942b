import type { CheckedMessage } from "../finding.ts";
import { dropBoughtClauses, dropBoughtNames, dropQuoted, dropToolNames } from "./bought-names.ts";
import { CLAUSE, isWordCode, QUESTION, SENTENCE } from "./fold-character.ts";
import { type Automaton, type End, step } from "./lexicon/automaton.ts";
import { CONCEPT_NAMES, type Concept, EXCEPTIONS } from "./lexicon/concepts.ts";
import { searchOf } from "./lexicon/language-terms.ts";
import { type CoveredLanguage, coveredLanguage } from "./lexicon/lexicon.ts";
import { type Found, findPhrases } from "./lexicon/phrase-book.ts";
import { type Sentence, type Tokens, tokenise } from "./lexicon/tokens.ts";
import { dropNamed, namedRanges } from "./named.ts";
import { type FoldedText, normaliseText } from "./normalise-text.ts";
import type { Markup, Range } from "./parse-html.ts";
import { spokenAttributes } from "./spoken-attributes.ts";

/** A term found in a folded text. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Which sentence and which clause of the text, counted from 0. */
  readonly sentence: number;
  readonly clause: number;
}

/** Subject, body or a text in an attribute, folded, with the terms of its language (and of English) found once for all rules. */
export interface Reading {
  readonly part: "subject" | "html";
  /** As it is read, before folding. */
  readonly text: string;
  readonly folded: FoldedText;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  hits(concept: Concept): readonly Hit[];
  /** The place in the message that a stretch of the folded text stands for. */
  place(from: number, to: number): Range;
  /** The same of a stretch of the text as it is read. */
  placeOf(range: Range): Range;
}

export interface Wording {
  /** The language whose words were looked for beside English, or null where it is not covered. */
  readonly language: CoveredLanguage | null;
  /** The subject, the body, and what attributes say. */
  readonly readings: readonly Reading[];
}

const NO_HITS: readonly Hit[] = [];

/** In a text of spaced letters, borders of words mean nothing: only long terms count. */
const SHORTEST_WITHOUT_BORDERS = 6;

const MOST_HITS = 60;

const INDEX_OF: ReadonlyMap<Concept, number> = new Map(CONCEPT_NAMES.map((name, index) => [name, index]));

export function readWording(message: CheckedMessage, markup: Markup): Wording {
  const language = coveredLanguage(message.language);
  const common = { language, names: message.names, quotes: message.purpose === "customization_question" };
  const subject = readPart({ ...common, part: "subject", text: message.subject, place: (range) => range });
  const place = (range: Range): Range => markup.text.rangeOf(range.from, range.to);
  const body = readPart({ ...common, part: "html", text: markup.text.value, place });
  const spoken = markup.withAttributes.length === 0 ? [] : spokenAttributes(markup);
  const further = spoken.map(({ text, range }) => readPart({ ...common, part: "html", text, place: () => range }));
  return { language, readings: [subject, body, ...further] };
}

interface Part {
  readonly part: Reading["part"];
  readonly text: string;
  readonly language: CoveredLanguage | null;
  readonly names: readonly string[];
  /** Whether the message quotes what the buyer wrote. */
  readonly quotes: boolean;
  readonly place: (range: Range) => Range;
}

function readPart({ part, text, language, names, quotes, place }: Part): Reading {
  const folded = normaliseText(text);
  const tokens = tokenise(folded);
  const found = findHits(folded, tokens, language ?? "en");
  if (names.length > 0) {
    dropNamed(found, folded, namedRanges(text, names));
  }
  if (quotes) {
    dropQuoted(found, folded, text);
  }
  return {
    part,
    text,
    folded,
    tokens,
    sentences: tokens.sentences,
    hits: (concept) => found[INDEX_OF.get(concept) ?? -1] ?? NO_HITS,
    place: (from, to) => place(folded.rangeOf(from, to)),
    placeOf: place,
  };
}

function findHits(folded: FoldedText, tokens: Tokens, language: CoveredLanguage): (Hit[] | undefined)[] {
  const { book, letters, joined } = searchOf(language);
  const found = new Array<Hit[] | undefined>(CONCEPT_NAMES.length);
  const { starts, ends, sentence, clause } = tokens;
  const add: Found = (concept, first, last) => {
    const hits = found[concept] ?? [];
    found[concept] = hits;
    if (hits.length < MOST_HITS) {
      hits.push({
        from: starts[first] ?? 0,
        to: ends[last] ?? 0,
        sentence: sentence[last] ?? 0,
        clause: clause[last] ?? 0,
      });
    }
  };
  findPhrases(book, folded, { tokens, found: add });
  const automaton = folded.joined ? joined() : letters;
  if (automaton !== null) {
    findInLetters(folded, automaton, found);
  }
  for (let concept = 0; concept < found.length; concept += 1) {
    const hits = found[concept];
    if (hits !== undefined && hits.length > 1) {
      found[concept] = merged(hits);
    }
  }
  removeExceptions(found);
  const written = { folded, tokens, language };
  dropBoughtNames(found, written);
  dropToolNames(found, written);
  dropBoughtClauses(found);
  return found;
}

/** Terms that overlap ("a gift", "gift card") count as one. */
function merged(hits: Hit[]): Hit[] {
  const isSorted = hits.every(({ from }, index) => index === 0 || (hits[index - 1]?.from ?? 0) <= from);
  const result: Hit[] = [];
  for (const hit of isSorted ? hits : hits.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && hit.from < last.to) {
      result[result.length - 1] = hit.to > last.to ? { ...last, to: hit.to } : last;
    } else {
      result.push(hit);
    }
  }
  return result;
}

function findInLetters(folded: FoldedText, automaton: Automaton, found: (Hit[] | undefined)[]): void {
  const { codes, length } = folded;
  const { ends } = automaton;
  let state = 0;
  let clause = 0;
  let sentence = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    sentence += endsSentence(code) ? 1 : 0;
    clause += code === CLAUSE || endsSentence(code) ? 1 : 0;
    state = step(automaton, state, code);
    if (state < 0) {
      state = ~state;
      addEnds({ folded, ended: ends[state] ?? [], at, sentence, clause, found });
    }
  }
}

function endsSentence(code: number): boolean {
  return code === SENTENCE || code === QUESTION;
}

interface Ended {
  readonly folded: FoldedText;
  readonly ended: readonly End[];
  readonly at: number;
  readonly sentence: number;
  readonly clause: number;
  readonly found: (Hit[] | undefined)[];
}

function addEnds({ folded, ended, at, sentence, clause, found }: Ended): void {
  for (const end of ended) {
    if (standsAlone(folded, end, at)) {
      const hits = found[end.concept] ?? [];
      found[end.concept] = hits;
      if (hits.length < MOST_HITS) {
        hits.push({ from: at + 1 - end.length, to: at + 1, sentence, clause });
      }
    }
  }
}

function standsAlone(folded: FoldedText, end: End, at: number): boolean {
  const { codes, length, joined } = folded;
  if (joined && end.length >= SHORTEST_WITHOUT_BORDERS) {
    return true;
  }
  const from = at + 1 - end.length;
  const startsWord =
    end.openStart ||
    from === 0 ||
    !isWordCode(codes[from - 1] ?? 0) ||
    !isWordCode(codes[from] ?? 0) ||
    (end.proclitics && onlyProclitics(codes, from));
  const endsWord = end.openEnd || at + 1 >= length || !isWordCode(codes[at + 1] ?? 0);
  return startsWord && endsWord;
}

/** "And", "so", "with", "like", "for", "will" and the article, as Arabic writes them before a word. */
const PROCLITIC_CODES: ReadonlySet<number> = new Set([..."وفبكلاس"].map((letter) => letter.charCodeAt(0)));
const MOST_PROCLITICS = 4;

function onlyProclitics(codes: Uint16Array, from: number): boolean {
  for (let at = from - 1; at >= from - MOST_PROCLITICS; at -= 1) {
    const code = codes[at] ?? 0;
    if (at < 0 || !isWordCode(code)) {
      return true;
    }
    if (!PROCLITIC_CODES.has(code)) {
      return false;
    }
  }
  return !isWordCode(codes[from - MOST_PROCLITICS - 1] ?? 0);
}

const EXCEPTION_INDEXES = EXCEPTIONS.map(
  ([concept, exception]) => [CONCEPT_NAMES.indexOf(concept), CONCEPT_NAMES.indexOf(exception)] as const,
);

function removeExceptions(found: (Hit[] | undefined)[]): void {
  for (const [concept, exception] of EXCEPTION_INDEXES) {
    const exceptions = found[exception];
    const hits = found[concept];
    if (exceptions !== undefined && hits !== undefined) {
      found[concept] = hits.filter((hit) => !exceptions.some(({ from, to }) => from < hit.to && hit.from < to));
    }
  }
}
