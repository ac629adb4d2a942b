import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

/** A word twice in a row. Languages that double words on purpose are left out, and words that grammar doubles. */
const DOUBLED = /(?<![\p{L}\p{N}])(\p{L}{2,30}) \1(?![\p{L}\p{N}])/giu;
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt"] as const;
const RIGHT_TWICE = new Set(
  "that had die der das den dem ihr sie nous vous je ze det den som per via ha no que se si bye bora coco bon".split(
    " ",
  ),
);

export const noDoubledWords: GuidelineRule = {
  id: "STYLE-09",
  severity: "warn",
  title: "No word stands twice in a row by mistake",
  source: CONTENT_LIST,
  languages: LANGUAGES,
  check(_message, markup, wording) {
    if (!LANGUAGES.some((language) => language === wording.language)) {
      return [];
    }
    return findAll(DOUBLED, markup.text.value)
      .map(({ text, range }) => ({ word: text.slice(0, text.length >> 1), range }))
      .filter(({ word }) => !RIGHT_TWICE.has(word.toLowerCase()))
      .map(({ word, range }) =>
        report(this, {
          message: `“${word}” stands twice.`,
          range: markup.text.rangeOf(range.from, range.to),
          fix: word,
        }),
      );
  },
};
