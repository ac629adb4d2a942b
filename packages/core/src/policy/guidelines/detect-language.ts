import { isCjk } from "./fold-character.ts";
import { FREQUENT_WORDS } from "./lexicon/frequent-words.ts";
import { buildTable, type HashTable, lookUp } from "./lexicon/hash-table.ts";
import { hashOf, type Tokens } from "./lexicon/tokens.ts";
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

let table: HashTable<readonly number[]> | null = null;

/** Reads a folded text once; its cost grows with its length only. */
export function readLanguageSigns(folded: FoldedText, tokens: Tokens): LanguageSigns {
  table ??= frequentWords();
  const counts = new Array<number>(LANGUAGES.length).fill(0);
  for (let index = 0; index < tokens.count; index += 1) {
    for (const language of lookUp(table, tokens.hashes[index] ?? 0) ?? NONE) {
      counts[language] = (counts[language] ?? 0) + 1;
    }
  }
  const words = new Map<string, number>();
  counts.forEach((count, language) => {
    if (count > 0) {
      words.set(LANGUAGES[language] ?? "", count);
    }
  });
  return { ...countScripts(folded), words };
}

const NONE: readonly number[] = [];

function countScripts({ codes, length }: FoldedText): Omit<LanguageSigns, "words"> {
  const counts = { letters: 0, kana: 0, han: 0, arabic: 0 };
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (code >= 97 && code <= 122) {
      counts.letters += 1;
    } else if (code > 127) {
      countOther(counts, code);
    }
  }
  return counts;
}

function countOther(counts: Record<"letters" | "kana" | "han" | "arabic", number>, code: number): void {
  counts.letters += 1;
  if (code >= 0x3041 && code <= 0x30ff) {
    counts.kana += 1;
  } else if (isCjk(code)) {
    counts.han += 1;
  } else if (code >= 0x0600 && code <= 0x06ff) {
    counts.arabic += 1;
  }
}

function frequentWords(): HashTable<readonly number[]> {
  const found = new Map<number, number[]>();
  LANGUAGES.forEach((language, index) => {
    for (const word of (FREQUENT_WORDS[language] ?? "").split(" ")) {
      const hash = hashOf(word);
      found.set(hash, [...(found.get(hash) ?? []), index]);
    }
  });
  return buildTable(found);
}
