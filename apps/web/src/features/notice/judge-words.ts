import type { TeachableKind } from "@heed/core/notice/taught-sentence";

/** What a person may say that a notice is, and what that does. */
export const JUDGEMENTS: readonly { readonly kind: TeachableKind; readonly word: string; readonly effect: string }[] = [
  { kind: "opted_out", word: "The buyer refused", effect: "The buyer is not written to again." },
  { kind: "restricted", word: "Amazon restricted the store", effect: "The e-mail lane pauses." },
  { kind: "guideline_block", word: "Blocked by guidelines", effect: "The message failed for good." },
  { kind: "sender_not_approved", word: "Sender not approved", effect: "The message failed and may be sent again." },
  { kind: "attachment_rejected", word: "Attachment rejected", effect: "The message failed for good." },
  { kind: "other", word: "Nothing of this", effect: "Nothing changes; settling goes on." },
];

export const FAULT_WORDS: Readonly<Record<string, string>> = {
  too_short: "This sentence is too short: it would stand in mails of every kind.",
  too_long: "This is more than a sentence.",
  not_in_notice: "This sentence does not stand in the notice.",
  other_kind: "Heed already reads this sentence as another kind.",
  known_kind: "Mails of another known kind hold this sentence. Choose one that tells them apart.",
};
