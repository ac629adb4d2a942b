import { foldForMatching } from "./fold-text.ts";
import type { NoticeKind } from "./notice.ts";
import { findSentence } from "./patterns/find-sentence.ts";
import { spokenLanguages } from "./patterns/spoken-languages.ts";
import { withPlaceholders } from "./with-placeholders.ts";

/** What a person may say that an unknown text means; transport reports tell themselves by their structure. */
export const TEACHABLE_KINDS = [
  "opted_out",
  "restricted",
  "guideline_block",
  "sender_not_approved",
  "attachment_rejected",
  "other",
] as const satisfies readonly NoticeKind[];
export type TeachableKind = (typeof TEACHABLE_KINDS)[number];

/** A sentence that a member marked as deciding. */
export interface TaughtSentence {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly sentence: string;
}

/** Id of the pattern in a classification that such a sentence decided. */
export const TAUGHT = "taught:";

/** A sentence as it is kept and compared: ids, addresses and numbers are placeholders. */
export function teachableSentence(marked: string): string {
  return withPlaceholders(marked).replace(/\s+/g, " ").trim();
}

export function matchTaught(text: string, taught: readonly TaughtSentence[]): TaughtSentence | null {
  if (taught.length === 0) return null;
  const folded = foldForMatching(withPlaceholders(text));
  return taught.find(({ sentence }) => folded.includes(foldForMatching(sentence))) ?? null;
}

/** Shorter ones stand in mails of every kind ("Dear Seller,"). */
const LEAST_LETTERS = 24;
const LEAST_LETTERS_CJK = 12;
const LONGEST = 600;

export type SentenceFault = "too_short" | "too_long" | "not_in_notice" | "other_kind";

/** Why a sentence cannot be taught for this kind, by its own words; null where it can. */
export function sentenceFault(
  sentence: string,
  about: { readonly kind: NoticeKind; readonly noticeText: string },
): SentenceFault | null {
  const folded = foldForMatching(sentence);
  const letters = folded.replace(/\{\w+\}/g, "").replace(/[^\p{L}]/gu, "").length;
  const least = /[\u3040-\u30ff\u4e00-\u9fff]/.test(folded) ? LEAST_LETTERS_CJK : LEAST_LETTERS;
  if (letters < least) return "too_short";
  if (sentence.length > LONGEST) return "too_long";
  if (!foldForMatching(withPlaceholders(about.noticeText)).includes(folded)) return "not_in_notice";
  const known = findSentence(folded, spokenLanguages(folded));
  return known !== null && known.kind !== about.kind ? "other_kind" : null;
}
