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
  let before = { from: 0, to: 0 };
  for (let at = 0; at < length; at += 1) {
    if (!isWordCode(codes[at] ?? 0)) {
      continue;
    }
    const word = { from: at, to: endOfWord(codes, at, length) };
    if (codes[at - 1] === SPACE && before.to === at - 1 && isSame(codes, before, word)) {
      found.push({ from: before.from, to: word.to });
    }
    before = word;
    at = word.to;
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

function isSame(codes: Uint16Array, one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  const length = other.to - other.from;
  if (one.to - one.from !== length || length < 2 || length > LONGEST_WORD || (codes[one.from] ?? 0) < 97) {
    return false;
  }
  return codes.subarray(one.from, one.to).every((code, index) => code === codes[other.from + index]);
}
