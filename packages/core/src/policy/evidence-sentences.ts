import type { MailEvent } from "../message/evidence.ts";
import type { NoticeKind } from "../notice/notice.ts";

/** What came back about a message, in plain English: lines of the ledger with the verdict `outcome`. */
const EVIDENCE_SENTENCES: Readonly<Record<NoticeKind | MailEvent, string>> = {
  opted_out: "Amazon did not deliver the message, because the buyer opted out of seller messages.",
  restricted: "Amazon restricts the store's messages, so its e-mail lane is on pause.",
  guideline_block: "Amazon blocked the message under its communication guidelines.",
  sender_not_approved: "Amazon rejected the message, because the sender's address is not approved.",
  attachment_rejected: "Amazon rejected the message because of its attachment.",
  hard_bounce: "The buyer's relay address does not exist any more.",
  soft_bounce: "The message was not delivered yet; the mail service keeps trying.",
  complaint: "The buyer complained about the message.",
  other: "A mail came that is not about the message.",
  unknown: "Amazon wrote about the message in words that Heed does not know.",
  sent: "The mail service took the message.",
  delivered: "The mail service delivered the message to Amazon.",
  delivery_delayed: "The delivery of the message is late.",
  bounced_hard: "The buyer's relay address does not exist any more.",
  bounced_soft: "The message was not delivered yet; the mail service keeps trying.",
  complained: "The buyer complained about the message.",
  failed: "The mail service could not send the message.",
  suppressed: "The mail service does not send to this address any more.",
};

/** Null for a rule that names no evidence. */
export function evidenceSentence(rule: string): string | null {
  return isEvidence(rule) ? EVIDENCE_SENTENCES[rule] : null;
}

function isEvidence(rule: string): rule is keyof typeof EVIDENCE_SENTENCES {
  return Object.hasOwn(EVIDENCE_SENTENCES, rule);
}
