import { CONCEPT_NAMES, type Concept } from "./lexicon/concepts.ts";
import type { CoveredLanguage } from "./lexicon/lexicon.ts";
import { NAME_ENDS } from "./lexicon/name-cues.ts";
import { hashOf, type Tokens } from "./lexicon/tokens.ts";
import { type FoldedText, normaliseText } from "./normalise-text.ts";
import type { Range } from "./parse-html.ts";
import { findAll } from "./report.ts";
import type { Hit } from "./wording.ts";

/** A name is no longer than this; what stands farther is said of something else. */
const MOST_WORDS = 6;
const MOST_LETTERS = 24;
/** "Rate your gift card" names nothing but a gift: a name has to say this much more, in letters. */
const LEAST_MORE = 3;

const indexOf = (concept: Concept): number => CONCEPT_NAMES.indexOf(concept);
const AHEAD = indexOf("nameAhead");
const BEHIND = indexOf("nameBehind");
const BOUGHT = indexOf("bought");
/** With one of these in the clause something may be promised after all. */
const PROMISING: readonly number[] = (["gives", "offer", "exchange", "condition", "extraOne"] satisfies Concept[]).map(
  indexOf,
);
const GIVEN: readonly number[] = (["gift", "benefit", "promotion", "handout"] satisfies Concept[]).map(indexOf);

export interface Written {
  readonly folded: FoldedText;
  readonly tokens: Tokens;
  readonly language: CoveredLanguage;
}

/** Nouns of tools and furniture end so; these words do as well, and are none. */
const TOOL =
  /^(?!(?:under|after|other|over|offer|order|orders|never|ever|voucher|vouchers|number|customer|customers|buyer|buyers|reviewer|reviewers|winner|winners|member|members|however|whether|another|together|later|either|higher|lower|cheaper|better|longer|faster|newsletter|summer|winter|discover|earlier|shopper|shoppers|favor|honor|error|letter|register|deliver|answer|remember|consider|owner|owners|user|users)$)[a-z]{3,20}(?:er|ers|or|ors)$/;
/** What such tools are for; "free filters" are free. */
const TOKEN = /^(?:gift|voucher|coupon|discount|promo|reward|prize|raffle|bonus|cash|loyalty|giveaway|lottery)/;
const NEXT_WORDS = 2;

/** "Voucher laminator", "promo-code label printer": English names a tool by what it is for, and by its last word. */
export function dropToolNames(found: (Hit[] | undefined)[], written: Written): void {
  if (written.language !== "en") {
    return;
  }
  for (const concept of GIVEN) {
    found[concept] = found[concept]?.filter((hit) => !isOfTool(hit, written));
  }
}

function isOfTool(hit: Hit, { tokens, folded, language }: Written): boolean {
  const wordsOf = (from: number, to: number): string => String.fromCharCode(...folded.codes.subarray(from, to));
  if (!TOKEN.test(wordsOf(hit.from, hit.to))) {
    return false;
  }
  const ends = nameEnds(language);
  const { count, starts, hashes, clause } = tokens;
  const first = firstWord(tokens, hit, 1);
  for (let at = first; at < Math.min(first + NEXT_WORDS, count); at += 1) {
    if (ends.has(hashes[at] ?? 0) || clause[at] !== hit.clause) {
      return false;
    }
    if (TOOL.test(wordsOf(starts[at] ?? 0, tokens.ends[at] ?? 0))) {
      return true;
    }
  }
  return false;
}

/**
 * Where a sentence names the thing that was bought ("a review of your …", "the … you ordered"), nothing is promised,
 * whatever the thing is called. Which words say that a name begins or ends is told by `name-cues.ts`.
 */
export function dropBoughtNames(found: (Hit[] | undefined)[], written: Written): void {
  const cues = [...(found[AHEAD] ?? []), ...(found[BEHIND] ?? [])];
  if (cues.length === 0 || GIVEN.every((concept) => found[concept] === undefined)) {
    return;
  }
  const behind = new Set(found[BEHIND]);
  const names = cues.map((cue) => nameBeside(cue, behind.has(cue) ? -1 : 1, written));
  for (const concept of GIVEN) {
    found[concept] = found[concept]?.filter((hit) => !names.some((name) => isPartOf(hit, name)));
  }
}

/** "You bought the rack for gift cards": a clause that says what was bought, and gives nothing, promises nothing. */
export function dropBoughtClauses(found: (Hit[] | undefined)[]): void {
  const promising = new Set(PROMISING.flatMap((concept) => found[concept] ?? []).map(({ clause }) => clause));
  const clauses = new Set((found[BOUGHT] ?? []).map(({ clause }) => clause).filter((one) => !promising.has(one)));
  if (clauses.size === 0) {
    return;
  }
  for (const concept of GIVEN) {
    found[concept] = found[concept]?.filter(({ clause }) => !clauses.has(clause));
  }
}

const QUOTED = /["“„«「『][^"“”„«»「」『』]{1,80}["“”»」』]/g;

/** What a buyer asked to have engraved stands in quotation marks, and promises nothing; a review in them is still one. */
export function dropQuoted(found: (Hit[] | undefined)[], folded: FoldedText, text: string): void {
  if (GIVEN.every((concept) => found[concept] === undefined)) {
    return;
  }
  const quoted = findAll(QUOTED, text).map(({ range }) => range);
  for (const concept of GIVEN) {
    found[concept] = found[concept]?.filter((hit) => {
      const { from, to } = folded.rangeOf(hit.from, hit.to);
      return !quoted.some((one) => one.from <= from && to <= one.to);
    });
  }
}

function isPartOf(hit: Hit, name: Range): boolean {
  return name.from <= hit.from && hit.to <= name.to && name.to - name.from - (hit.to - hit.from) >= LEAST_MORE;
}

function nameBeside(cue: Hit, direction: 1 | -1, written: Written): Range {
  return written.language === "ja" ? kanjiBeside(cue, direction, written.folded) : wordsBeside(cue, direction, written);
}

/** Words of the cue's clause, up to one that ends a name. */
function wordsBeside(cue: Hit, direction: 1 | -1, { tokens, language }: Written): Range {
  const ends = nameEnds(language);
  const { count, starts, hashes, clause } = tokens;
  const first = firstWord(tokens, cue, direction);
  let at = first;
  while (at >= 0 && at < count && clause[at] === clause[first] && Math.abs(at - first) < MOST_WORDS) {
    if (ends.has(hashes[at] ?? 0)) {
      break;
    }
    at += direction;
  }
  const [from, to] = direction === 1 ? [first, at - 1] : [at + 1, first];
  return { from: starts[from] ?? 0, to: to < from ? 0 : (tokens.ends[to] ?? 0) };
}

/** The word after the cue or before it. */
function firstWord({ count, starts, ends }: Tokens, cue: Hit, direction: 1 | -1): number {
  let at = 0;
  while (at < count && (ends[at] ?? 0) <= cue.from) {
    at += 1;
  }
  if (direction === -1) {
    return at - 1;
  }
  while (at < count && (starts[at] ?? 0) < cue.to) {
    at += 1;
  }
  return at;
}

/** Japanese puts no spaces: names are written in kanji and katakana, and hiragana end them. */
function kanjiBeside(cue: Hit, direction: 1 | -1, { codes, length }: FoldedText): Range {
  const first = direction === 1 ? cue.to : cue.from - 1;
  let at = first;
  while (at >= 0 && at < length && isOfName(codes[at] ?? 0) && Math.abs(at - first) < MOST_LETTERS) {
    at += direction;
  }
  return direction === 1 ? { from: first, to: at } : { from: at + 1, to: first + 1 };
}

function isOfName(code: number): boolean {
  const isHiragana = code >= 0x3041 && code <= 0x309f;
  return code > 127 && !isHiragana;
}

const ENDS = new Map<CoveredLanguage, ReadonlySet<number>>();

function nameEnds(language: CoveredLanguage): ReadonlySet<number> {
  const known = ENDS.get(language);
  if (known !== undefined) {
    return known;
  }
  const words = NAME_ENDS[language].split(" ").map((word) => {
    const { codes, length } = normaliseText(word);
    return hashOf(String.fromCharCode(...codes.subarray(0, length)));
  });
  const ends = new Set(words);
  ENDS.set(language, ends);
  return ends;
}
