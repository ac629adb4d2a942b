import type { NoticeKind, Verification } from "@heed/core/notice/notice";
import type { BadgeTone } from "../../ui/badge.tsx";

interface NoticeWords {
  readonly title: string;
  readonly bad: boolean;
}

export const NOTICE_WORDS: Readonly<Record<NoticeKind, NoticeWords>> = {
  opted_out: { title: "Refused by the buyer", bad: true },
  restricted: { title: "Amazon restricted the store", bad: true },
  guideline_block: { title: "Blocked by Amazon’s guidelines", bad: true },
  sender_not_approved: { title: "Sender not approved by Amazon", bad: true },
  attachment_rejected: { title: "Attachment rejected by Amazon", bad: true },
  hard_bounce: { title: "Bounced for good", bad: true },
  soft_bounce: { title: "Bounced for now", bad: false },
  complaint: { title: "Complaint of the buyer", bad: true },
  other: { title: "Other mail", bad: false },
  unknown: { title: "Needs review", bad: false },
};

interface VerificationWords {
  readonly word: string;
  readonly tone: BadgeTone;
  /** What the word means, for people who have to trust it. */
  readonly meaning: string;
}

export const VERIFICATION_WORDS: Readonly<Record<Verification, VerificationWords>> = {
  verified: {
    word: "Verified",
    tone: "reached",
    meaning: "Signed by Amazon: the signature of its domain (DKIM) was checked when the mail came in.",
  },
  forwarded: {
    word: "Forwarded",
    tone: "waiting",
    meaning:
      "Came by way of another mailbox, whose provider is trusted and has sealed that it saw Amazon’s signature (ARC).",
  },
  unverified: {
    word: "Unverified",
    tone: "waiting",
    meaning:
      "No signature that could be checked. It counts where order, store and a recent message fit, and nothing is credited for it.",
  },
  forged: {
    word: "Forged",
    tone: "refused",
    meaning: "An attack: it pretends to be from Amazon, who did not sign it. Nobody was suppressed because of it.",
  },
};

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

export function languageWord(language: string | null): string {
  return language === null ? "Unknown language" : (LANGUAGES.of(language) ?? language);
}
