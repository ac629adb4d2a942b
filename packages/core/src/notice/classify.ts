import { isAutomaticReply } from "./automatic-reply.ts";
import { readBounce, readDeliveryReport } from "./bounce/read-bounce.ts";
import { isComplaint } from "./bounce/read-complaint.ts";
import { readSnsNotification } from "./bounce/read-sns.ts";
import { foldForMatching, foldText } from "./fold-text.ts";
import type { Classification, ParsedMail } from "./notice.ts";
import { ownOrderId } from "./order-id.ts";
import { MESSAGE_WORDS, NOTICE_PATTERNS, NOTICE_SUBJECTS } from "./patterns/all.ts";
import { matchPattern, type NoticePattern } from "./patterns/pattern.ts";
import { findScope, isReplySubject, type Scope } from "./scope.ts";

/** Amazon's sender of notices (seen for .com, .ca and .co.jp); other mail comes from it too. */
const NOTICE_SENDER = /^auto-communication@/;

/** Answers of Amazon's support carry their case number; they often repeat the notice they are asked about. */
const SUPPORT_CASE = /\bcase[ -]?(?:id|#|no\.?|number)?[ :#-]*\d{6,}|\[case\b|\bticket\b/i;

/** The deciding sentence stands at the top; what follows is advice, a copy of our message, footers. */
const READ_LENGTH = 20_000;

const CONFIDENCE: Readonly<Record<NoticePattern["wording"], number>> = { verified: 0.98, partly: 0.9, own: 0.75 };

/**
 * What a mail says about a message of ours. Structure decides first: complaints, delivery reports and automatic
 * replies; then Amazon's own words, direct or forwarded; then bounces in free form. Whether the mail is genuine is
 * another question, answered by its verification.
 */
export function classifyMail(mail: ParsedMail): Classification {
  const structural = classifyStructure(mail);
  if (structural !== null) {
    return structural;
  }
  const scope = findScope(mail);
  if (scope !== null) {
    return classifyScope(mail, scope);
  }
  const bounce = readBounce(mail);
  return bounce === null ? plain(mail, { kind: "other", confidence: 0.9 }) : plain(mail, bounce);
}

function classifyStructure(mail: ParsedMail): Classification | null {
  if (isComplaint(mail)) {
    return plain(mail, { kind: "complaint", confidence: 0.98 });
  }
  const report = readSnsNotification(mail) ?? readDeliveryReport(mail);
  if (report !== null) {
    return plain(mail, report);
  }
  const replied = isAutomaticReply(mail) && !NOTICE_SENDER.test(mail.from ?? "");
  // Some mail systems mark their bounces as replies; those name the failed recipient or quote a server.
  return replied ? plain(mail, readBounce(mail) ?? { kind: "other", confidence: 0.95 }) : null;
}

function classifyScope(mail: ParsedMail, scope: Scope): Classification {
  const subject = foldForMatching(scope.subject);
  const text = foldForMatching(`${scope.subject}\n${scope.text.slice(0, READ_LENGTH)}`);
  if (isThread(scope)) {
    return plain(mail, { kind: "other", confidence: 0.9 });
  }
  for (const pattern of NOTICE_PATTERNS) {
    const match = matchPattern(pattern, text);
    if (match !== null) {
      return classifyMatch({ mail, scope, pattern, subject, text, sentence: text.slice(match.from, match.to) });
    }
  }
  return classifyUnmatched({ subject, text, mail });
}

interface Match {
  readonly mail: ParsedMail;
  readonly scope: Scope;
  readonly pattern: NoticePattern;
  readonly subject: string;
  readonly text: string;
  readonly sentence: string;
}

function classifyMatch({ mail, scope, pattern, subject, text, sentence }: Match): Classification {
  const orderId = ownOrderId([() => sentence, () => subject, () => text, () => foldText(mail.text)]);
  if (orderId === null && !isNotice(scope, subject)) {
    return plain(mail, { kind: "other", confidence: 0.7 });
  }
  const confidence = CONFIDENCE[pattern.wording] * (scope.way === "direct" ? 1 : 0.95);
  return { kind: pattern.kind, orderId, language: pattern.language, pattern: pattern.id, status: null, confidence };
}

/** Amazon answers in a thread only where a person asked; a notice starts its own. */
function isThread(scope: Scope): boolean {
  return !NOTICE_SENDER.test(scope.from) && (isReplySubject(scope.subject) || SUPPORT_CASE.test(scope.subject));
}

/** Without an order id only the known sender or a known subject tells a notice from an announcement about notices. */
function isNotice(scope: Scope, foldedSubject: string): boolean {
  return NOTICE_SENDER.test(scope.from) || SUBJECTS.some((known) => foldedSubject.includes(known));
}

const SUBJECTS = NOTICE_SUBJECTS.map(foldForMatching);

const WORDS = MESSAGE_WORDS.map(({ language, message, failure }) => ({
  language,
  message: message.map(foldForMatching),
  failure: failure.map(foldForMatching),
}));

/** A mail about a message that did not arrive, in words we do not know, waits for a person. */
function classifyUnmatched(input: { subject: string; text: string; mail: ParsedMail }): Classification {
  const start = input.text.slice(0, 3_000);
  const words = WORDS.find(({ message, failure }) => tellsFailure(start, message, failure));
  if (words === undefined) {
    return plain(input.mail, { kind: "other", confidence: 0.8 });
  }
  const orderId = ownOrderId([() => input.subject, () => input.text]);
  return { kind: "unknown", orderId, language: words.language, pattern: null, status: null, confidence: 0.5 };
}

/** Both in one sentence or so: a mail may speak of messages and of failures apart from each other. */
function tellsFailure(text: string, message: readonly string[], failure: readonly string[]): boolean {
  return message.some((phrase) => {
    const at = text.indexOf(phrase);
    const around = at < 0 ? "" : text.slice(Math.max(0, at - 120), at + phrase.length + 200);
    return failure.some((word) => around.includes(word));
  });
}

function plain(
  mail: ParsedMail,
  verdict: Pick<Classification, "kind" | "confidence"> & { status?: string | null },
): Classification {
  const orderId = ownOrderId([() => foldText(mail.subject), () => foldText(mail.text.slice(0, READ_LENGTH))]);
  return {
    orderId,
    language: null,
    pattern: null,
    status: verdict.status ?? null,
    kind: verdict.kind,
    confidence: verdict.confidence,
  };
}
