import type { CheckedMessage } from "../finding.ts";
import { CLAUSE, isWordCode, QUESTION, SENTENCE } from "./fold-character.ts";
import { type Automaton, buildAutomaton, type End, step } from "./lexicon/automaton.ts";
import { compileTerms } from "./lexicon/compile-terms.ts";
import { ALSO_ENGLISH, CONCEPT_NAMES, type Concept, EXCEPTIONS, termsOf } from "./lexicon/concepts.ts";
import { type CoveredLanguage, coveredLanguage } from "./lexicon/lexicon.ts";
import { type FoldedText, normaliseText } from "./normalise-text.ts";
import type { Markup, Range } from "./parse-html.ts";

/** A term found in a folded text. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Which sentence and which clause of the text, counted from 0. */
  readonly sentence: number;
  readonly clause: number;
}

/** Subject or body, folded, with the terms of its language (and of English) found once for all rules. */
export interface Reading {
  readonly part: "subject" | "html";
  readonly folded: FoldedText;
  readonly sentences: readonly { readonly to: number; readonly isQuestion: boolean }[];
  hits(concept: Concept): readonly Hit[];
  /** The place in the message that a stretch of the folded text stands for. */
  place(from: number, to: number): Range;
}

export interface Wording {
  /** The language whose words were looked for beside English, or null where it is not covered. */
  readonly language: CoveredLanguage | null;
  readonly readings: readonly Reading[];
}

const NO_HITS: readonly Hit[] = [];

/** In a text of spaced letters, borders of words mean nothing: only long terms count. */
const SHORTEST_WITHOUT_BORDERS = 6;

const MOST_HITS = 60;

const INDEX_OF: Readonly<Record<string, number>> = Object.fromEntries(
  CONCEPT_NAMES.map((name, index) => [name, index]),
);

const AUTOMATA = new Map<CoveredLanguage, Automaton>();

export function readWording(message: CheckedMessage, markup: Markup): Wording {
  const language = coveredLanguage(message.language);
  const subject = readPart({ part: "subject", text: message.subject, language, place: (range) => range });
  const place = (range: Range): Range => markup.text.rangeOf(range.from, range.to);
  return { language, readings: [subject, readPart({ part: "html", text: markup.text.value, language, place })] };
}

interface Part {
  readonly part: Reading["part"];
  readonly text: string;
  readonly language: CoveredLanguage | null;
  readonly place: (range: Range) => Range;
}

function readPart({ part, text, language, place }: Part): Reading {
  const folded = normaliseText(text);
  const found: Hit[][] = [];
  const sentences = findHits(folded, automatonFor(language ?? "en"), found);
  removeExceptions(found);
  return {
    part,
    folded,
    sentences,
    hits: (concept) => found[INDEX_OF[concept] ?? -1] ?? NO_HITS,
    place: (from, to) => place(folded.rangeOf(from, to)),
  };
}

function automatonFor(language: CoveredLanguage): Automaton {
  const known = AUTOMATA.get(language);
  if (known !== undefined) {
    return known;
  }
  const terms = CONCEPT_NAMES.flatMap((name, concept) =>
    [
      ...compileTerms(termsOf(name, language), language),
      ...(language !== "en" && ALSO_ENGLISH.has(name) ? compileTerms(termsOf(name, "en"), "en") : []),
    ].map((term) => ({ ...term, concept })),
  );
  const automaton = buildAutomaton(terms);
  AUTOMATA.set(language, automaton);
  return automaton;
}

type Sentences = Reading["sentences"];

function findHits(folded: FoldedText, automaton: Automaton, found: Hit[][]): Sentences {
  const { codes, length } = folded;
  const { ends } = automaton;
  const sentences: { to: number; isQuestion: boolean }[] = [];
  let state = 0;
  let clause = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === CLAUSE) {
      clause += 1;
    } else if (code === SENTENCE || code === QUESTION) {
      clause += 1;
      sentences.push({ to: at, isQuestion: code === QUESTION });
    }
    state = step(automaton, state, code);
    if (state < 0) {
      state = ~state;
      addEnds({ folded, ended: ends[state] ?? [], at, sentence: sentences.length, clause, found });
    }
  }
  sentences.push({ to: length, isQuestion: false });
  return sentences;
}

interface Ended {
  readonly folded: FoldedText;
  readonly ended: readonly End[];
  readonly at: number;
  readonly sentence: number;
  readonly clause: number;
  readonly found: Hit[][];
}

function addEnds({ folded, ended, at, sentence, clause, found }: Ended): void {
  for (const end of ended) {
    if (standsAlone(folded, end, at)) {
      addHit(found, end.concept, { from: at + 1 - end.length, to: at + 1, sentence, clause });
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

/** Terms that overlap ("a gift", "gift card") count as one. */
function addHit(found: Hit[][], concept: number, hit: Hit): void {
  const hits = found[concept] ?? [];
  found[concept] = hits;
  const last = hits.at(-1);
  if (last !== undefined && hit.from < last.to) {
    hits[hits.length - 1] = { ...last, from: Math.min(last.from, hit.from), to: Math.max(last.to, hit.to) };
  } else if (hits.length < MOST_HITS) {
    hits.push(hit);
  }
}

const EXCEPTION_INDEXES = EXCEPTIONS.map(
  ([concept, exception]) => [CONCEPT_NAMES.indexOf(concept), CONCEPT_NAMES.indexOf(exception)] as const,
);

function removeExceptions(found: Hit[][]): void {
  for (const [concept, exception] of EXCEPTION_INDEXES) {
    const exceptions = found[exception];
    const hits = found[concept];
    if (exceptions !== undefined && hits !== undefined) {
      found[concept] = hits.filter((hit) => !exceptions.some(({ from, to }) => from < hit.to && hit.from < to));
    }
  }
}
