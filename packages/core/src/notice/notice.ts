import type { Instant } from "../time.ts";

/** What a mail says about a message of ours (DESIGN §2), and transport reports beside it. */
export const NOTICE_KINDS = [
  "opted_out",
  "restricted",
  "guideline_block",
  "sender_not_approved",
  "attachment_rejected",
  "hard_bounce",
  "soft_bounce",
  "complaint",
  "other",
  "unknown",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type Verification = "verified" | "forwarded" | "unverified" | "forged";

/** A mail after parsing: decoded text, no attachments' bodies. */
export interface ParsedMail {
  readonly messageId: string | null;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: Instant | null;
  /** Decoded, NFC, without markup. */
  readonly text: string;
  /** Lower-case names; repeated headers in order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Parts that are reports or nested mails, decoded to text. */
  readonly parts: readonly { readonly type: string; readonly text: string }[];
}

export interface Classification {
  readonly kind: NoticeKind;
  /** 3-7-7 digits, or null when none or several different ones stand in the mail. */
  readonly orderId: string | null;
  readonly language: string | null;
  /** Id of the pattern that matched; null for structural verdicts and `unknown`. */
  readonly pattern: string | null;
  /** RFC 3463 status code of a bounce. */
  readonly status: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}
