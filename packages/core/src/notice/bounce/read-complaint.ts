import type { ParsedMail } from "../notice.ts";

/** A complaint of a recipient: a feedback report (RFC 5965) or a mail program's own request to unsubscribe. */
export function isComplaint(mail: ParsedMail): boolean {
  if (mail.parts.some(({ type }) => type === "message/feedback-report")) {
    return true;
  }
  return /^unsubscribe$/i.test(mail.subject.trim()) && mail.text.length < 400 && /unsubscribe/i.test(mail.text);
}
