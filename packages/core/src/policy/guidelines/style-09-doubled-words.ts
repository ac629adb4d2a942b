import type { GuidelineRule } from "../finding.ts";
import { isWordCode, SPACE } from "./fold-character.ts";
import type { FoldedText } from "./normalise-text.ts";
import { CONTENT_LIST, report } from "./report.ts";

/** Languages that double words on purpose are left out, and words that grammar doubles. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt"] as const;
const RIGHT_TWICE = new Set(
  "that had die der das den dem ihr sie nous vous je ze det som per via ha no que se si bye bora coco bon".split(" "),
);

export const noDoubledWords: GuidelineRule = {
  id: "STYLE-09",
  class: "prohibited-style",
  severity: "warn",
  title: "No word stands twice in a row by mistake",
  source: CONTENT_LIST,
  languages: LANGUAGES,
  check(_message, markup, wording) {
    const body = wording.readings[1];
    if (body === undefined || !LANGUAGES.some((language) => language === wording.language)) {
      return [];
    }
    return findDoubled(body.folded).map(({ from, to }) => {
      const place = body.place(from, to);
      const word = markup.source.slice(place.from, place.to).split(/[\s<&]/)[0] ?? "";
      return report(this, { message: `“${word}” stands twice.`, range: place, fix: word });
    });
  },
};

/** Stretches such as "the the", in one pass: each word is compared with the one before. */
function findDoubled({ codes, length }: FoldedText): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  let to = 0;
  for (let at = 0; at < length; at += 1) {
    if (!isWordCode(codes[at] ?? 0)) {
      continue;
    }
    const end = endOfWord(codes, at, length);
    const follows = to === at - 1 && codes[to] === SPACE;
    if (follows && end - at === to - from && isSame(codes, from, at)) {
      found.push({ from, to: end });
    }
    from = at;
    to = end;
    at = end;
  }
  return found.filter(
    ({ from, to }) => !RIGHT_TWICE.has(String.fromCharCode(...codes.subarray(from, from + ((to - from) >> 1)))),
  );
}

function endOfWord(codes: Uint16Array, from: number, length: number): number {
  let to = from;
  while (to < length && isWordCode(codes[to] ?? 0)) {
    to += 1;
  }
  return to;
}

/** Longest word that is worth comparing; numbers ("20 20") are no words. */
const LONGEST_WORD = 30;

/** Whether two words, as long as each other and with one space between them, are the same. */
function isSame(codes: Uint16Array, one: number, other: number): boolean {
  const length = other - one - 1;
  if (length < 2 || length > LONGEST_WORD || (codes[one] ?? 0) < 97) {
    return false;
  }
  for (let letter = 0; letter < length; letter += 1) {
    if (codes[one + letter] !== codes[other + letter]) {
      return false;
    }
  }
  return true;
}
