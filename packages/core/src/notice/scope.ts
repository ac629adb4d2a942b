import { isAmazonAddress } from "./amazon-senders.ts";
import type { ParsedMail } from "./notice.ts";
import { readAddresses } from "./parse-mail.ts";

/** The words of Amazon in a mail, and how they came. */
export interface Scope {
  readonly subject: string;
  readonly text: string;
  readonly from: string;
  readonly way: "direct" | "forwarded";
}

/** Headers in which services that rewrite `From` keep the first sender. */
const FIRST_SENDER = new Set(["x-original-from", "x-original-sender", "original-from", "reply-to", "resent-from"]);

const FROM_LINE =
  /^[>*| \t]*(?:from|von|de|da|van|från|fra|od|kimden|expéditeur|mittente|remitente|差出人|送信者|发件人)[ \t]*\*?[ \t]?[:：][ \t]*\*?(.{0,300})$/gim;
const SUBJECT_LINE =
  /^[>*| \t]*(?:subject|betreff|objet|oggetto|asunto|onderwerp|ämne|emne|temat|assunto|konu|件名|题目|主题)[ \t]*\*?[ \t]?[:：][ \t]*\*?(.{0,400})$/im;
const REPLY_SUBJECT = /^(?:\s|\[[^\]]{1,40}\])*(?:re|aw|antw|sv|odp|ynt|rif|答复|回复)\s*(?:\[\d+\]\s*)?[:：]/i;
const FORWARD_SUBJECT = /^\s*(?:\[[^\]]{1,40}\]\s*)*(?:fwd?|wg|tr|rv|enc|doorst|vb|vs|pd|i|ilt|转发|転送)\s*[:：]/i;
const FORWARD_MARK =
  /forwarded message|forwarded by|weitergeleitete nachricht|message (?:transféré|transmis)|message réexpédié|messaggio inoltrato|mensaje reenviado|doorgestuurd bericht|vidarebefordrat|przekazana wiadomość|mensagem encaminhada|転送(?:された)?メッセージ|iletilmiş/i;

/** What stands below these lines was written by somebody else before. */
const QUOTED_BELOW =
  /^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|original-nachricht|元のメッセージ)|on .{5,120} wrote:|am .{5,120} schrieb .{0,100}:|le .{5,120} a écrit ?:)\s*.{0,20}$/im;

/** More than a note above a forwarded mail: then it is an answer that quotes. */
const LONGEST_NOTE = 1_200;

/** Amazon's own words in this mail, or null where Amazon says nothing in it: a reply or a thread that quotes does not count. */
export function findScope(mail: ParsedMail): Scope | null {
  const sender = amazonSender(mail);
  if (sender !== null) {
    return { subject: mail.subject, text: ownText(mail.text), from: sender, way: "direct" };
  }
  return isForwarder(mail) ? (findAttached(mail) ?? findInline(mail)) : null;
}

/** Answers of a help desk carry its ticket number and repeat what they were asked about. */
const TICKET = /\b(?:ticket|request|case|anfrage|vorgang) ?#? ?\d{3}/i;

function namesTicket(subject: string): boolean {
  const bracketed = [...subject.matchAll(/\[([^[\]]*)\]/g)].map(([, inner = ""]) => inner);
  return TICKET.test(subject) || bracketed.some((one) => /^(?:ticket|case|request|#)/i.test(one) && /\d{3}/.test(one));
}

/** Receipts that a mail program sends for a mail that was read or delivered. */
const RECEIPT_SUBJECT =
  /^\s*(?:read|not read|delivered|relayed|gelesen|zugestellt|lu|non lu|letto|leído|lido|lida|gelezen|läst|przeczytan[eao]|okundu|開封済み)\s*[:：]/i;

/** Whether somebody may have passed a notice on with this mail, rather than answered, reported or published about one. */
function isForwarder(mail: ParsedMail): boolean {
  if (REPLY_SUBJECT.test(mail.subject) || RECEIPT_SUBJECT.test(mail.subject) || namesTicket(mail.subject)) {
    return false;
  }
  if (mail.parts.some(({ type }) => /^message\/.*(?:status|report|notification)/.test(type))) return false;
  const header = (wanted: string) => mail.headers.find(({ name }) => name === wanted)?.value ?? "";
  const published =
    header("list-unsubscribe") !== "" && !/^list/i.test(header("precedence")) && header("list-id") === "";
  return !published && !/mailer-daemon|postmaster/i.test(mail.from ?? "");
}

export function isReceipt(mail: ParsedMail): boolean {
  return RECEIPT_SUBJECT.test(mail.subject);
}

export function isReplySubject(subject: string): boolean {
  return REPLY_SUBJECT.test(subject);
}

function amazonSender(mail: ParsedMail): string | null {
  if (isAmazonAddress(mail.from)) {
    return mail.from;
  }
  const listed = mail.headers.some(
    ({ name }) => name === "list-id" || name === "x-google-group-id" || name === "resent-from",
  );
  const via = mail.headers.filter(({ name }) => FIRST_SENDER.has(name)).flatMap(({ value }) => readAddresses(value));
  return listed ? (via.find(isAmazonAddress) ?? null) : null;
}

/** The newest part of a mail, without quoted lines. */
function ownText(text: string): string {
  const below = QUOTED_BELOW.exec(text);
  const own = below === null || below.index < 40 ? text : text.slice(0, below.index);
  return own.includes("\n>") || own.startsWith(">") ? own.replace(/^>.*$/gm, "") : own;
}

function findAttached(mail: ParsedMail): Scope | null {
  for (const { type, text } of mail.parts) {
    const gap = text.indexOf("\n\n");
    const head = type === "message/rfc822" && gap > 0 ? text.slice(0, gap) : "";
    const from = readAddresses(/^from: ?(.*)$/im.exec(head)?.[1] ?? "")[0] ?? null;
    if (from !== null && isAmazonAddress(from)) {
      const subject = /^subject: ?(.*)$/im.exec(head)?.[1] ?? "";
      return { subject, text: ownText(text.slice(gap)), from, way: "forwarded" };
    }
  }
  return null;
}

function findInline(mail: ParsedMail): Scope | null {
  const text = mail.text.slice(0, 60_000);
  for (const match of text.matchAll(FROM_LINE)) {
    const from = readSender(match[1] ?? "");
    if (from !== null && isForward(mail, match.index)) {
      return readBlock(text.slice(match.index), from) ?? readBelowSubject(text, match.index, from);
    }
  }
  return null;
}

/** Amazon's address in a forwarded `From` line, or its bare name where the program left the address out. */
function readSender(line: string): string | null {
  const address =
    line
      .match(/[\w.+-]+(?:@[\w.-]+)?/g)
      ?.find((word) => word.includes("@"))
      ?.toLowerCase() ?? null;
  if (address === null) {
    return /^\W*amazon\b/i.test(line) ? "amazon" : null;
  }
  return isAmazonAddress(address) ? address : null;
}

function isForward(mail: ParsedMail, at: number): boolean {
  const above = mail.text.slice(0, at);
  const mark = FORWARD_MARK.exec(above.slice(-400));
  const line =
    mark === null
      ? ""
      : (above
          .slice(0, above.length - Math.min(400, above.length) + mark.index)
          .split("\n")
          .at(-1) ?? "");
  // A mark that is itself quoted belongs to an older mail that this one answers.
  const marked = FORWARD_SUBJECT.test(mail.subject) || (mark !== null && !/^\s*[>|]/.test(line));
  return marked && above.length < LONGEST_NOTE;
}

/** Some programs put the subject above the sender; what was written begins after the empty line below both. */
function readBelowSubject(text: string, at: number, from: string): Scope | null {
  const above = text.slice(Math.max(0, at - 600), at).replace(/^[ \t]*>[ \t]?/gm, "");
  const subject = SUBJECT_LINE.exec(above);
  const below = text.slice(at).replace(/^[ \t]*>[ \t]?/gm, "");
  const gap = below.indexOf("\n\n");
  if (subject === null || gap < 0) return null;
  return { subject: (subject[1] ?? "").trim(), text: below.slice(gap), from, way: "forwarded" };
}

function readBlock(block: string, from: string): Scope | null {
  const unquoted = /^\s*>/.test(block) ? block.replace(/^[ \t]*>[ \t]?/gm, "") : block;
  const subject = SUBJECT_LINE.exec(unquoted.slice(0, 3_000));
  return subject === null
    ? null
    : {
        subject: (subject[1] ?? "").trim(),
        text: unquoted.slice(subject.index + subject[0].length),
        from,
        way: "forwarded",
      };
}
