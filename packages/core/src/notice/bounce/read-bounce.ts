import { foldText } from "../fold-text.ts";
import type { Classification, ParsedMail } from "../notice.ts";
import { isReceipt, isReplySubject } from "../scope.ts";
import {
  FILTERED,
  HARD_PHRASES,
  HARD_STATUS,
  type Phrase,
  SOFT_PHRASES,
  SOFT_STATUS,
  UNNAMED_UNKNOWN,
} from "./phrases.ts";
import { findStatus, type RecipientReport, readReport } from "./read-report.ts";
import { findReturnedMail } from "./returned-mail.ts";

export type BounceVerdict = Pick<Classification, "kind" | "status" | "confidence">;

/** Senders and subjects of mail systems (RFC 5321: reports come from the empty address). */
const MAIL_SYSTEM = /^(?:mailer-?daemon|post-?_?master|mail-?daemon|mail\.?delivery|mmdf|mail-?system|nobody)\b/i;
const REPORT_SUBJECT =
  /(?:un|non-?)deliver|delivery (?:status|failure|notification|has failed|report)|returned (?:mail|to sender)|failure notice|mail (?:delivery|system) (?:failed|error)|delivery failed|failed delivery|could not (?:be )?deliver|error sending your mail|delayed mail|message delivery|bounce|rejected mail|not be delivered|permanent failure|warning: message|メールエラー|送信できませんでした|配信エラー/i;
/** Reports of success in free form. */
const SUCCESS_SUBJECT =
  /^\s*(?:successful|delivery (?:confirmation|receipt)|message delivered|delivered:)|(?:successfully|was|has been) delivered\s*$/i;
/** A mailing list turned the mail away; it says so in its first words. */
const LIST_REFUSAL = /^\s*you are not (?:a )?member of this mailing list/i;
const DELIVERED = /^(?:delivered|relayed|expanded|deliverable)$/;

/** Enough of a report to judge by; the rest is what was returned. */
const LONGEST_EVIDENCE = 6_000;

/** Reads a delivery report (RFC 3464), also where its fields stand in the text; null where there is none. */
export function readDeliveryReport(mail: ParsedMail): BounceVerdict | null {
  const [first] = readReport(mail);
  return first === undefined ? null : judgeReport(first, mail);
}

/** Reads a bounce in free form; null where the mail is none. */
export function readBounce(mail: ParsedMail): BounceVerdict | null {
  if (LIST_REFUSAL.test(mail.text)) {
    return { kind: "soft_bounce", status: null, confidence: 0.7 };
  }
  const answered =
    SUCCESS_SUBJECT.test(mail.subject) || isReceipt(mail) || (isReplySubject(mail.subject) && !isMailSystem(mail));
  const evidence = !answered && looksLikeBounce(mail) ? evidenceOf(mail) : "";
  return evidence === "" || !tellsTransport(mail, evidence) ? null : judgeText(evidence);
}

function judgeReport(report: RecipientReport, mail: ParsedMail): BounceVerdict {
  if (DELIVERED.test(report.action)) {
    return { kind: "other", status: report.status, confidence: 0.99 };
  }
  if (report.action === "delayed") {
    return { kind: "soft_bounce", status: report.status, confidence: 0.97 };
  }
  const evidence = evidenceOf(mail);
  const words = foldText(report.diagnostic);
  const hard =
    judge(words, { status: report.status, context: evidence }) ?? judge(evidence, { status: null, context: evidence });
  return {
    kind: hard === true ? "hard_bounce" : "soft_bounce",
    status: report.status,
    confidence: hard === null ? 0.7 : 0.95,
  };
}

function judgeText(evidence: string): BounceVerdict {
  const status = findStatus(evidence);
  const hard = judge(evidence, { status, context: evidence });
  return { kind: hard === true ? "hard_bounce" : "soft_bounce", status, confidence: hard === null ? 0.6 : 0.9 };
}

/** True for hard, false for soft, null where neither words nor code tell. */
function judge(words: string, facts: { readonly status: string | null; readonly context: string }): boolean | null {
  const said = judgeWords(words);
  if (said !== true) {
    return said ?? judgeStatus(facts.status);
  }
  const status = facts.status ?? "";
  const temporary = /^4\.(?!1\.)/.test(status);
  const filtered = !/^[45]\.1\.1$/.test(status) && (isFiltered(words) || isFiltered(facts.context));
  return !temporary && !filtered;
}

const COMMAND_FOLLOWS = 84;

function isFiltered(folded: string): boolean {
  if (FILTERED.test(folded)) return true;
  const unknown = [...folded.matchAll(UNNAMED_UNKNOWN)].map(({ index, 0: said }) => index + said.length);
  return unknown.some((end) => !folded.slice(end, end + COMMAND_FOLLOWS).includes("rcpt"));
}

/** What is said first counts: what follows is usually advice or another attempt. */
function judgeWords(folded: string): boolean | null {
  const soft = firstMatch(SOFT_PHRASES, folded);
  const hard = firstMatch(HARD_PHRASES, folded);
  return soft === Number.POSITIVE_INFINITY && hard === soft ? null : hard < soft;
}

function firstMatch(phrases: readonly Phrase[], folded: string): number {
  const places = phrases.map((phrase) => placeOf(phrase, folded)).filter((place) => place >= 0);
  return Math.min(...places, Number.POSITIVE_INFINITY);
}

/** Longer than anything that is said. */
const LONGEST_SAID = 80;

function placeOf(phrase: Phrase, folded: string): number {
  if (phrase instanceof RegExp) return folded.search(phrase);
  const { of, within, said } = phrase;
  for (const { index, 0: name } of folded.matchAll(of)) {
    const from = index + name.length;
    const line = folded.slice(from, from + within + LONGEST_SAID).split("\n", 1)[0] ?? "";
    const at = line.search(said);
    if (at >= 0 && at <= within) return index;
  }
  return -1;
}

function judgeStatus(status: string | null): boolean | null {
  if (status === null) {
    return null;
  }
  if (HARD_STATUS.has(status)) {
    return true;
  }
  return SOFT_STATUS.test(status) ? false : null;
}

function looksLikeBounce(mail: ParsedMail): boolean {
  return hasHeader(mail, "x-failed-recipients") || isMailSystem(mail) || REPORT_SUBJECT.test(mail.subject);
}

/**
 * A person who writes about a bounce quotes no server's answer; a mail system always does. An automatic reply
 * (RFC 3834) without such an answer comes from a responder, not from a mail system.
 */
function tellsTransport(mail: ParsedMail, evidence: string): boolean {
  const answer = /(?<![\d.-])[45]\d\d(?:[ :]|-(?!\d{7}))|[45]\.\d{1,3}\.\d{1,3}/.test(evidence);
  const replied = mail.headers.some(({ name, value }) => name === "auto-submitted" && /^auto-replied/i.test(value));
  return (
    answer ||
    hasHeader(mail, "x-failed-recipients") ||
    (isMailSystem(mail) && !replied) ||
    /could not be delivered/.test(evidence)
  );
}

function isMailSystem(mail: ParsedMail): boolean {
  const from = mail.headers.find(({ name }) => name === "from")?.value ?? "";
  return MAIL_SYSTEM.test(mail.from ?? "") || /mailer[- ]daemon|mail delivery (?:sub)?system|<>/i.test(from);
}

function hasHeader(mail: ParsedMail, wanted: string): boolean {
  return mail.headers.some(({ name }) => name === wanted);
}

/** The report's own words, folded, without the mail that came back. */
function evidenceOf(mail: ParsedMail): string {
  const text = mail.text.slice(0, 4 * LONGEST_EVIDENCE);
  const returned = findReturnedMail(`\n${text}`);
  const own = returned === null ? text : text.slice(0, returned);
  const parts = mail.parts.filter(({ type }) => type === "text/plain").map(({ text }) => text.slice(0, 1_000));
  return foldText([own, ...parts].join("\n").slice(0, LONGEST_EVIDENCE)).trim();
}
