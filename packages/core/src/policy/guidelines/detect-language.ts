import { isCjk } from "./fold-character.ts";
import { type Automaton, buildAutomaton, type End, step } from "./lexicon/automaton.ts";
import { FREQUENT_WORDS } from "./lexicon/frequent-words.ts";
import type { FoldedText } from "./normalise-text.ts";

const LANGUAGES = Object.keys(FREQUENT_WORDS);

/** What a text's letters and frequent words say about its language. */
export interface LanguageSigns {
  readonly letters: number;
  readonly kana: number;
  readonly han: number;
  readonly arabic: number;
  /** Frequent words met, by language. */
  readonly words: ReadonlyMap<string, number>;
}

let table: Automaton | null = null;

/** Reads a folded text once; its cost grows with its length only. */
export function readLanguageSigns(folded: FoldedText): LanguageSigns {
  const automaton = frequentWords();
  const words = new Map<string, number>();
  const scripts = { letters: 0, kana: 0, han: 0, arabic: 0 };
  let state = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.codes[at] ?? 0;
    countScript(scripts, code);
    state = step(automaton, state, code);
    if (state < 0) {
      state = ~state;
      countWords(words, { folded, at, ends: automaton.ends[state] ?? [] });
    }
  }
  return { ...scripts, words };
}

interface Ended {
  readonly folded: FoldedText;
  readonly at: number;
  readonly ends: readonly End[];
}

/** Counts what stands as a word of its own. */
function countWords(words: Map<string, number>, { folded, at, ends }: Ended): void {
  if (isLetterAt(folded, at + 1)) {
    return;
  }
  for (const { concept, length } of ends) {
    if (!isLetterAt(folded, at - length)) {
      const language = LANGUAGES[concept] ?? "";
      words.set(language, (words.get(language) ?? 0) + 1);
    }
  }
}

function isLetterAt(folded: FoldedText, at: number): boolean {
  return at >= 0 && at < folded.length && isLetter(folded.codes[at] ?? 0);
}

type Scripts = Record<"letters" | "kana" | "han" | "arabic", number>;

function countScript(scripts: Scripts, code: number): void {
  if (!isLetter(code)) {
    return;
  }
  scripts.letters += 1;
  if (code >= 0x3041 && code <= 0x30ff) {
    scripts.kana += 1;
  } else if (isCjk(code)) {
    scripts.han += 1;
  } else if (code >= 0x0600 && code <= 0x06ff) {
    scripts.arabic += 1;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code > 127;
}

function frequentWords(): Automaton {
  table ??= buildAutomaton(
    LANGUAGES.flatMap((language, concept) =>
      (FREQUENT_WORDS[language] ?? "").split(" ").map((word) => ({
        codes: [...word].map((letter) => letter.charCodeAt(0)),
        openStart: false,
        openEnd: false,
        proclitics: false,
        concept,
      })),
    ),
  );
  return table;
}
