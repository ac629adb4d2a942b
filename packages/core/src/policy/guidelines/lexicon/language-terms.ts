import { type Automaton, buildAutomaton, type ConceptTerm } from "./automaton.ts";
import { compileTerms } from "./compile-terms.ts";
import { ALSO_ENGLISH, CONCEPT_NAMES, type Concept, termsOf } from "./concepts.ts";
import type { CoveredLanguage } from "./lexicon.ts";
import { type Phrase, readPhrases } from "./phrase.ts";
import { buildPhraseBook, type ConceptPhrase, type PhraseBook } from "./phrase-book.ts";

/** All terms of a language (and the English ones beside it), ready to be searched for. */
export interface LanguageSearch {
  readonly book: PhraseBook;
  /** For terms that begin inside words and for scripts without spaces; null where a language has none. */
  readonly letters: Automaton | null;
  /** For texts whose letters stood apart, so that no word has borders. */
  joined(): Automaton;
}

const SEARCHES = new Map<CoveredLanguage, LanguageSearch>();

export function searchOf(language: CoveredLanguage): LanguageSearch {
  const known = SEARCHES.get(language);
  if (known !== undefined) {
    return known;
  }
  const search = buildSearch(language);
  SEARCHES.set(language, search);
  return search;
}

function buildSearch(language: CoveredLanguage): LanguageSearch {
  const phrases = CONCEPT_NAMES.flatMap((name, concept) =>
    phrasesOf(name, language).map((one) => ({ ...one, concept })),
  );
  const inLetters = phrases.filter(({ anywhere }) => anywhere);
  const letters = inLetters.flatMap(({ text, concept }) =>
    compileTerms(text, language).map((term) => ({ ...term, concept })),
  );
  let joined: Automaton | null = null;
  return {
    book: buildPhraseBook(phrases),
    letters: letters.length === 0 ? null : buildAutomaton(letters),
    joined: () => {
      joined ??= buildAutomaton([...letters, ...phrases.flatMap(joinedTerms)]);
      return joined;
    },
  };
}

function phrasesOf(name: Concept, language: CoveredLanguage): readonly Phrase[] {
  const own = readPhrases(termsOf(name, language), language);
  return language !== "en" && ALSO_ENGLISH.has(name) ? [...own, ...readPhrases(termsOf(name, "en"), "en")] : own;
}

const SHORTEST_JOINED = 6;
const MOST_JOINED = 30;

/** A phrase without its spaces; those of many variants are left out, or the table would become too large. */
function joinedTerms({ places, concept }: ConceptPhrase): readonly ConceptTerm[] {
  const variants = places.reduce((product, { words }) => product * words.length, places.length === 0 ? 0 : 1);
  if (variants === 0 || variants > MOST_JOINED) {
    return [];
  }
  const texts = places.reduce<readonly string[]>(
    (rows, { words }) => rows.flatMap((row) => words.map((word) => row + word)),
    [""],
  );
  return texts
    .filter(({ length }) => length >= SHORTEST_JOINED)
    .map((text) => ({
      codes: [...text].map((one) => one.charCodeAt(0)),
      openStart: true,
      openEnd: true,
      proclitics: false,
      concept,
    }));
}
