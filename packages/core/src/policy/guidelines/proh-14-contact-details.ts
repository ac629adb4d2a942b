import type { Finding, GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import type { Range } from "./parse-html.ts";
import { findAll, report } from "./report.ts";

const E_MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@|＠|\s?[([{]\s?(?:at|@|ät|arroba)\s?[)\]}]\s?|\s(?:at|arroba)\s(?=[\p{L}\p{N}-]{1,40}\s?(?:\.|\(dot\)|\[dot\]|\sdot\s)))\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([]\s?(?:dot|punkt|punto|point)\s?[)\]]|\sdot\s)\s?[\p{L}\p{N}-]{2,63}){1,4}/giu;

/** Digits in groups as people write numbers, on one line; which of them are telephones is told by what stands beside. */
const DIGITS =
  /(?<![\p{Script=Latin}\p{N}.,#-])(?:\+|＋|00)?[(（]?\d[\d\t\p{Zs}().（）/\u2010-\u2015-]{6,22}\d(?![\p{Script=Latin}\p{N}])/gu;
const INTERNATIONAL = /^(?:\+|＋|00[1-9])/;
const NORTH_AMERICAN = /^\(?[2-9]\d{2}\)?[\s.-][2-9]\d{2}[\s.-]\d{4}$/;
const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/;
const ORDER_ID_ALONE = /\d{3}-\d{7}-\d{7}(?!\d)/y;
const MAY_BE_E_MAIL = /[@＠]|[([{]\s?(?:at|ät|arroba)|\bdot\b/i;
const MAY_BE_PHONE = /\d[\d\t\p{Zs}().（）/\u2010-\u2015-]{6}/gu;

/** How far from a number the word "call" still speaks of it. */
const CUE_LETTERS = 40;

export const noContactDetails: GuidelineRule = {
  id: "PROH-14",
  class: "prohibited-content",
  severity: "block",
  title: "No e-mail addresses or telephone numbers, but the warranty's, the carrier's or the manufacturer's",
  source: "Buyer-seller messaging checklist of ecomengine.com (compiled 2026-11-23)",
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    return wording.readings.flatMap((reading) => {
      const text = reading.folded.highest < FIRST_OTHER ? reading.text : withPlainDigits(reading.text);
      const spans = (concept: "phoneCue" | "contactException"): readonly Range[] =>
        reading.hits(concept).map(({ from, to }) => reading.folded.rangeOf(from, to));
      const cues = spans("phoneCue");
      const exceptions = spans("contactException");
      return [...findEMails(text), ...findPhones(text, cues)].map(({ range }) =>
        judge({
          range: reading.placeOf(range),
          part: reading.part,
          excepted: exceptions.some((one) => isNear(one, range, 120)),
        }),
      );
    });
  },
};

function judge(found: { range: Range; part: "subject" | "html"; excepted: boolean }): Finding {
  const { range, part, excepted } = found;
  return excepted
    ? report(noContactDetails, {
        message: "Allowed only as the contact of a warranty, a carrier or a manufacturer.",
        range,
        part,
        severity: "info",
      })
    : report(noContactDetails, {
        message: "E-mail addresses and telephone numbers are not allowed.",
        range,
        part,
        fix: "",
      });
}

function findEMails(text: string): ReturnType<typeof findAll> {
  return MAY_BE_E_MAIL.test(text) ? findAll(E_MAIL, text) : [];
}

function findPhones(text: string, cues: readonly Range[]): ReturnType<typeof findAll> {
  const first = firstNumber(text);
  if (first < 0) {
    return [];
  }
  // A plus sign and a bracket may stand before the first digit.
  return findAll(DIGITS, text, Math.max(0, first - 2)).filter(({ text: digits, range }) => {
    const count = digits.replace(/\D/g, "").length;
    if (count < 7 || count > 15 || ORDER_ID.test(digits.trim()) || isDate(digits)) {
      return false;
    }
    const cued = cues.some((cue) => cue.to <= range.from && isNear(cue, range, CUE_LETTERS));
    return INTERNATIONAL.test(digits) || NORTH_AMERICAN.test(digits.trim()) || cued;
  });
}

/** Where the first digits stand that may be a telephone number: order ids stand in every message, and are none. */
function firstNumber(text: string): number {
  MAY_BE_PHONE.lastIndex = 0;
  for (let match = MAY_BE_PHONE.exec(text); match !== null; match = MAY_BE_PHONE.exec(text)) {
    ORDER_ID_ALONE.lastIndex = match.index;
    if (!ORDER_ID_ALONE.test(text)) {
      return match.index;
    }
    MAY_BE_PHONE.lastIndex = ORDER_ID_ALONE.lastIndex;
  }
  return -1;
}

function isDate(digits: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{4}|^\d{4}[./-]\d{1,2}[./-]\d{1,2}/.test(digits);
}

function isNear(one: Range, other: Range, letters: number): boolean {
  return other.from - one.to <= letters && one.from - other.to <= letters;
}

const OTHER_DIGITS = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g;
/** Minus signs, and the long vowel of kana, which is typed for one between digits. */
const OTHER_HYPHENS = /[\u2212\uff0d]|(?<=\d)\u30fc(?=\d)/g;

const MAY_NEED_PLAIN = /[\u0660-\u0669\u06f0-\u06f9\u2212\uff0d\uff10-\uff19]|\d\u30fc/;
const FIRST_OTHER = 0x0660;

/** Full-width and Arabic digits and hyphens as the others: one for one, so that places stay. */
function withPlainDigits(text: string): string {
  if (!MAY_NEED_PLAIN.test(text)) {
    return text;
  }
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15)).replace(OTHER_HYPHENS, "-");
}
