import { isAutomaticReply, ownSubject } from "./automatic-reply.ts";
import { readBounce, readDeliveryReport } from "./bounce/read-bounce.ts";
import { isComplaint } from "./bounce/read-complaint.ts";
import { readSnsNotification } from "./bounce/read-sns.ts";
import { foldForMatching, foldText } from "./fold-text.ts";
import type { Classification, ParsedMail } from "./notice.ts";
import { bareOrderId, ownOrderId } from "./order-id.ts";
import { MESSAGE_WORDS, NOTICE_SUBJECTS } from "./patterns/all.ts";
import { type FoundSentence, findSentence, type Languages, mayBe } from "./patterns/find-sentence.ts";
import { spokenLanguages } from "./patterns/spoken-languages.ts";
import { namesGoods } from "./patterns/words/about-goods.ts";
import { LEXICONS } from "./patterns/words/all.ts";
import { findScope, isReplySubject, type Scope } from "./scope.ts";
import { matchTaught, TAUGHT, type TaughtSentence } from "./taught-sentence.ts";

/** Amazon's sender of notices (seen for .com, .ca and .co.jp); other mail comes from it too. */
const NOTICE_SENDER = /^auto-communication@/;

/** Answers of Amazon's support carry their case number; they often repeat the notice they are asked about. */
const SUPPORT_CASE = /\bcase[ -]?(?:id|#|no\.?|number)?[ :#-]*\d{6,}|\[case\b|\bticket\b/i;

/** The deciding sentence stands at the top; what follows is advice, a copy of our message, footers. */
const READ_LENGTH = 20_000;

/**
 * What a mail says about a message of ours; `taught` are sentences of the workspace. Structure decides first: complaints, delivery reports and automatic
 * replies; then Amazon's own words, direct or forwarded; then bounces in free form. Whether the mail is genuine is
 * another question, answered by its verification.
 */
export function classifyMail(mail: ParsedMail, taught: readonly TaughtSentence[] = []): Classification {
  const structural = classifyStructure(mail);
  if (structural !== null) {
    return structural;
  }
  const scope = findScope(mail);
  if (scope !== null) {
    return classifyScope(mail, { scope, taught });
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
  const own = { ...mail, subject: ownSubject(mail.subject) };
  return replied ? plain(mail, readBounce(own) ?? { kind: "other", confidence: 0.95 }) : null;
}

interface Reading {
  readonly scope: Scope;
  readonly taught: readonly TaughtSentence[];
}

function classifyScope(mail: ParsedMail, { scope, taught }: Reading): Classification {
  const subject = foldForMatching(scope.subject);
  // The full stop keeps a subject from running into the first sentence.
  const text = foldForMatching(`${scope.subject} .\n${scope.text.slice(0, READ_LENGTH)}`);
  if (isThread(scope) || isNewsletter(mail, scope)) {
    return plain(mail, { kind: "other", confidence: 0.9 });
  }
  const languages = spokenLanguages(text);
  const found = findSentence(text, languages);
  if (found === null) {
    const known = matchTaught(`${scope.subject}\n${scope.text.slice(0, READ_LENGTH)}`, taught);
    return known === null
      ? classifyUnmatched({ subject, text, mail, languages })
      : { ...classifyUnmatched({ subject, text, mail, languages }), ...decided(known) };
  }
  return BUYER_WROTE.test(text.slice(0, found.to))
    ? plain(mail, { kind: "other", confidence: 0.8 })
    : classifyMatch({ mail, scope, found, subject, text });
}

/** A person said so; our own words are surer. */
function decided({ id, kind }: TaughtSentence): Pick<Classification, "kind" | "pattern" | "confidence"> {
  return { kind, pattern: `${TAUGHT}${id}`, confidence: 0.9 };
}

interface Match {
  readonly mail: ParsedMail;
  readonly scope: Scope;
  readonly found: FoundSentence;
  readonly subject: string;
  readonly text: string;
}

/** As sure as a published sentence is, in part at least. */
const SURE = 0.9;

/** Where the id of the order stands, if not in the deciding sentence: in the lines around it. */
const AROUND = 400;

function classifyMatch({ mail, scope, found, subject, text }: Match): Classification {
  const around = () => text.slice(Math.max(0, found.from - AROUND), found.to + AROUND);
  const sentence = () => text.slice(found.from, found.to);
  const above = () => text.slice(0, found.to);
  const orderId =
    ownOrderId([sentence, () => subject, above, around, () => text, () => foldText(mail.text)]) ??
    bareOrderId(sentence());
  if (orderId === null && !isNotice(scope, subject)) {
    return plain(mail, { kind: "other", confidence: 0.7 });
  }
  // Words in any order also stand in reports about many messages: without an order a person looks.
  if (orderId === null && found.confidence < SURE) {
    return { kind: "unknown", orderId, language: found.language, pattern: null, status: null, confidence: 0.5 };
  }
  const { kind, language, pattern } = found;
  const confidence = found.confidence * (scope.way === "direct" ? 1 : 0.95);
  return { kind, orderId, language, pattern, status: null, confidence };
}

/** Amazon answers in a thread only where a person asked; a notice starts its own. */
function isThread(scope: Scope): boolean {
  return !NOTICE_SENDER.test(scope.from) && (isReplySubject(scope.subject) || SUPPORT_CASE.test(scope.subject));
}

/** What Amazon writes above a buyer's words when it passes them on. */
const BUYER_WROTE =
  /inquiry from amazon customer|you (?:have|'ve) received a (?:new )?message|begin message|(?:sie haben|du hast) eine (?:neue )?nachricht (?:erhalten|von|vom)|vous avez recu un (?:nouveau )?message|ha(?:i)? ricevuto un (?:nuovo )?messaggio|ha(?:s)? recibido un (?:nuevo )?mensaje|(?:heeft|hebt) een (?:nieuw )?bericht (?:ontvangen|van)|fatt ett (?:nytt )?meddelande|otrzyma(?:les|no|l pan) (?:nowa )?wiadomosc|recebeu uma (?:nova )?mensagem|bir mesaj aldınız|yeni bir mesajınız|لقد تلقيت رسالة|تلقيت رسالة|からメッセージが届|メッセージを受け取りました|新着メッセージ|您收到(?:一|了)|收到一[条封]/;

/** Newsletters carry a way out of them (RFC 2369); notices do not, but groups that pass them on add one. */
function isNewsletter(mail: ParsedMail, scope: Scope): boolean {
  if (scope.way !== "direct" || NOTICE_SENDER.test(scope.from)) return false;
  const names = new Set(mail.headers.map(({ name }) => name));
  return names.has("list-unsubscribe") && !names.has("list-id") && !names.has("x-google-group-id");
}

/** Without an order id only the known sender or a known subject tells a notice from an announcement about notices. */
function isNotice(scope: Scope, foldedSubject: string): boolean {
  return NOTICE_SENDER.test(scope.from) || SUBJECTS.some((known) => foldedSubject.includes(known));
}

const SUBJECTS = NOTICE_SUBJECTS.map(foldForMatching);

const WORDS = [...MESSAGE_WORDS, ...LEXICONS].map(({ language, message, failure }) => ({
  language,
  message: message.map(foldForMatching),
  failure: failure.map(foldForMatching),
}));

interface Unmatched {
  readonly subject: string;
  readonly text: string;
  readonly mail: ParsedMail;
  readonly languages: Languages;
}

/** Where a mail says what it is about. */
const TOP = 500;

/** A mail about a message that did not arrive, in words we do not know, waits for a person. */
function classifyUnmatched(input: Unmatched): Classification {
  const start = input.text.slice(0, 3_000);
  const words = WORDS.find(
    ({ language, message, failure }) => mayBe(input.languages, language) && tellsFailure(start, message, failure),
  );
  // A buyer's own words, or a parcel that was not delivered and a message to the buyer about it.
  if (words === undefined || BUYER_WROTE.test(start) || namesGoods(start.slice(0, TOP))) {
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
