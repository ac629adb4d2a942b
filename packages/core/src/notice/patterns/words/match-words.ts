import { foldForMatching } from "../../fold-text.ts";
import type { NoticeKind } from "../../notice.ts";
import { isToldAsFact } from "../told-as-fact.ts";
import { isAboutGoods } from "./about-goods.ts";
import { LEXICONS } from "./all.ts";
import { type SoughtWord, soughtWord, tripleFilter } from "./letter-triples.ts";
import type { NoticeLexicon } from "./lexicon.ts";

type Group = Exclude<keyof NoticeLexicon, "language">;

interface Near {
  readonly group: Group;
  /** How far from the anchor, to either side. */
  readonly reach: number;
}

/**
 * What makes a notice of each kind, in any language: an anchor that is rare elsewhere, and what must stand near it.
 *
 * | kind                | anchor      | near it                          |
 * |---------------------|-------------|----------------------------------|
 * | opted_out           | refusal     | buyer, message, failure          |
 * | restricted          | restriction | what may not be done, account    |
 * | guideline_block     | guideline   | breach, failure, message         |
 * | sender_not_approved | unapproved  | address, failure, message        |
 * | attachment_rejected | attachment  | what is wrong, failure, message  |
 */
const KINDS: readonly { readonly kind: NoticeKind; readonly anchor: Group; readonly near: readonly Near[] }[] = [
  { kind: "opted_out", anchor: "refusal", near: near({ buyer: 160, message: 300, failure: 360 }) },
  { kind: "restricted", anchor: "restriction", near: near({ sending: 140, account: 160 }) },
  { kind: "guideline_block", anchor: "guideline", near: near({ breach: 110, failure: 260, message: 260 }) },
  { kind: "sender_not_approved", anchor: "unapproved", near: near({ address: 130, failure: 240, message: 300 }) },
  { kind: "attachment_rejected", anchor: "attachment", near: near({ unfit: 110, failure: 240, message: 260 }) },
];

function near(reaches: Partial<Record<Group, number>>): readonly Near[] {
  return (Object.entries(reaches) as [Group, number][]).map(([group, reach]) => ({ group, reach }));
}

/** The matter is told at the top; further below stand advice and copies. */
const READ = 4_000;

export interface WordsMatch {
  readonly kind: NoticeKind;
  readonly language: string;
  /** The stretch around the anchor that holds all of its words. */
  readonly from: number;
  readonly to: number;
}

/** Reads a folded text by words in any order; sentences that only speak of what may happen do not count. */
export function matchWords(text: string, languages: ReadonlySet<string> | null): WordsMatch | null {
  const folded = text.slice(0, READ);
  const spoken = spokenIn(folded, languages);
  for (const kind of KINDS) {
    for (const tongue of spoken) {
      const span = findKind(folded, kind, tongue);
      if (span !== null) return { kind: kind.kind, language: tongue.language, ...span };
    }
  }
  return null;
}

/** A language with those of its words that may stand in the text. */
interface Tongue {
  readonly language: string;
  readonly words: (group: Group) => readonly string[];
}

function spokenIn(folded: string, languages: ReadonlySet<string> | null): readonly Tongue[] {
  const mayHold = tripleFilter(folded);
  return FOLDED.filter(({ language }) => languages === null || languages.has(language))
    .map(({ language, groups }): Tongue => {
      const known = new Map<Group, readonly string[]>();
      const words = (group: Group): readonly string[] => {
        const some = known.get(group) ?? (groups.get(group) ?? []).filter(mayHold).map(({ word }) => word);
        known.set(group, some);
        return some;
      };
      return { language, words };
    })
    .filter(({ words }) => words("message").some((word) => folded.includes(word)));
}

function findKind(folded: string, { kind, anchor, near: wanted }: (typeof KINDS)[number], tongue: Tongue) {
  const anchors = tongue.words(anchor);
  if (anchors.length === 0) return null;
  return findSpan(folded, {
    anchors,
    near: wanted.map(({ group, reach }) => ({ words: () => tongue.words(group), reach })),
    language: tongue.language,
    unless: kind === "opted_out" ? (at) => isAboutGoods(folded, at, tongue.words("message")) : null,
  });
}

interface Search {
  readonly anchors: readonly string[];
  /** The words are looked up where an anchor stands; most texts hold none. */
  readonly near: readonly { readonly words: () => readonly string[]; readonly reach: number }[];
  readonly language: string;
  /** Whether an anchor at this place means something else. */
  readonly unless: ((at: number) => boolean) | null;
}

function findSpan(
  folded: string,
  { anchors, near: wanted, language, unless }: Search,
): { from: number; to: number } | null {
  for (const anchor of anchors) {
    for (let at = folded.indexOf(anchor); at >= 0; at = folded.indexOf(anchor, at + anchor.length)) {
      const span = spanAround(folded, { from: at, to: at + anchor.length }, wanted);
      if (span !== null && isToldAsFact(folded, at, language) && unless?.(at) !== true) return span;
    }
  }
  return null;
}

function spanAround(folded: string, anchor: { from: number; to: number }, wanted: Search["near"]) {
  let { from, to } = anchor;
  for (const { words, reach } of wanted) {
    const start = Math.max(0, anchor.from - reach);
    const window = folded.slice(start, anchor.to + reach);
    const hit = nearest(window, words(), anchor.from - start);
    if (hit === null) return null;
    from = Math.min(from, start + hit.at);
    to = Math.max(to, start + hit.at + hit.length);
  }
  return { from, to };
}

/** The first of the words that stands in the window, at its place nearest to the anchor. */
function nearest(window: string, words: readonly string[], centre: number): { at: number; length: number } | null {
  for (const word of words) {
    const after = window.indexOf(word);
    if (after >= 0) {
      const before = after < centre ? window.lastIndexOf(word, centre) : after;
      return { at: before, length: word.length };
    }
  }
  return null;
}

const GROUPS = [
  "message",
  "failure",
  "buyer",
  "refusal",
  "account",
  "restriction",
  "sending",
  "guideline",
  "breach",
  "address",
  "unapproved",
  "attachment",
  "unfit",
] as const satisfies readonly Group[];

const FOLDED = LEXICONS.map((lexicon) => ({
  language: lexicon.language,
  groups: new Map(
    GROUPS.map((group): [Group, readonly SoughtWord[]] => [
      group,
      lexicon[group].map((word) => soughtWord(foldForMatching(word))),
    ]),
  ),
}));
