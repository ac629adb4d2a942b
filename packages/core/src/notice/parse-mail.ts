import PostalMime, { type Address, type Attachment, addressParser, type Email } from "postal-mime";
import { AppError } from "../errors.ts";
import { type Instant, Temporal } from "../time.ts";
import { cleanText, decodeBytes } from "./decode-text.ts";
import { htmlToText } from "./html-text.ts";
import type { ParsedMail } from "./notice.ts";
import { retryCharsets } from "./retry-charset.ts";

export const MAIL_LIMITS = {
  bytes: 10 * 1024 * 1024,
  lines: 150_000,
  depth: 64,
  headerBytes: 512 * 1024,
  parts: 500,
  textLength: 500_000,
};

/** A text part shorter than this may be the usual "this is an HTML mail"; the HTML is read as well. */
const SHORT_TEXT = 400;

/** Mails inside mails that are read; what lies deeper says nothing about us. */
const DEEPEST_MAIL = 4;

/** Parts that are kept as text: reports, nested mails, headers of a returned mail, other text. */
const KEPT = /^(?:message\/|text\/|application\/(?:eml|json)$)/;
type Part = ParsedMail["parts"][number];
const REPORT = /^message\/.*(?:status|report|notification)/;
const NESTED_MAIL = /^message\/(?:rfc822|global)$/;

/** Headers of a nested mail that tell who sent it, when, about what, and whether a machine did. */
const TELLING_HEADERS = new Set([
  "from",
  "to",
  "date",
  "subject",
  "message-id",
  "reply-to",
  "auto-submitted",
  "return-path",
]);

/**
 * Reads a raw mail. Wrong charsets, cut-off encodings and broken structure are read as far as they go.
 *
 * @throws AppError LIMIT_EXCEEDED for more than 10 MB, 150,000 lines, 64 levels, 500 parts or 512 kB of headers; nothing else.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.byteLength > MAIL_LIMITS.bytes) {
    throw limitExceeded("bytes", MAIL_LIMITS.bytes);
  }
  if (hasMoreLines(raw, MAIL_LIMITS.lines)) {
    throw limitExceeded("lines", MAIL_LIMITS.lines);
  }
  const bodies = new Map<Email, string>();
  const text = (read: Email): string => {
    const body = bodies.get(read) ?? bodyOf(read);
    bodies.set(read, body);
    return body;
  };
  const email = await retryCharsets(raw, { result: await readEmail(raw), text, read: readEmail });
  if (email.attachments.length > MAIL_LIMITS.parts) {
    throw limitExceeded("parts", MAIL_LIMITS.parts);
  }
  const body = text(email);
  const parts = await readParts(email, 0);
  return {
    messageId: email.messageId?.trim() ?? null,
    from: senderOf(email),
    to: (email.to ?? []).flatMap((address) => addressesOf(address)),
    subject: cleanText(email.subject ?? "").slice(0, 2_000),
    date: readDate(email.date),
    text: body === "" && parts.length === 0 ? rawBody(raw) : body,
    headers: email.headers.map(({ key, value }) => ({ name: key, value: cleanText(value) })),
    parts,
  };
}

/** Each line costs the parser far more than its bytes do. A mail of fewer bytes cannot have so many. */
function hasMoreLines(raw: Uint8Array, most: number): boolean {
  if (raw.byteLength <= most) {
    return false;
  }
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = raw.indexOf(0x0a, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}

async function readEmail(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: MAIL_LIMITS.depth,
      maxHeadersSize: MAIL_LIMITS.headerBytes,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/^Maximum MIME nesting/.test(message)) {
      throw limitExceeded("depth", MAIL_LIMITS.depth);
    }
    if (/^Maximum header size/.test(message)) {
      throw limitExceeded("headerBytes", MAIL_LIMITS.headerBytes);
    }
    return { headers: [], headerLines: [], attachments: [], text: decodeBytes(raw) };
  }
}

function limitExceeded(limit: string, allowed: number): AppError {
  return new AppError("LIMIT_EXCEEDED", "The mail is too large or too deeply nested to be read.", {
    details: { limit, allowed },
  });
}

function bodyOf(email: Email): string {
  const plain = (email.text ?? "").slice(0, MAIL_LIMITS.textLength);
  const html = plain.trim().length < SHORT_TEXT ? (email.html ?? "").slice(0, MAIL_LIMITS.textLength) : "";
  const text = html === "" ? plain : `${plain}\n${htmlToText(html)}`;
  return cleanText(html === "" || ORDER_ID.test(text) ? text : text + linkedOrders(html)).trim();
}

const LINKED_ORDER = /href\s*=\s*["'][^"'>]{0,500}?(?<!\d)(\d{3}-\d{7}-\d{7})(?!\d)/gi;
const ORDER_ID = /\d{3}.{1,3}\d{7}.{1,3}\d{7}/;

/** Order ids that stand in the addresses of links alone, as text. */
function linkedOrders(html: string): string {
  const ids = new Set([...html.matchAll(LINKED_ORDER)].map((match) => match[1]));
  return [...ids].map((id) => `\n(${id})`).join("");
}

/** Where the structure is broken (a boundary that never comes, say), what stands below the headers is read as it is. */
function rawBody(raw: Uint8Array): string {
  const text = cleanText(decodeBytes(raw.subarray(0, MAIL_LIMITS.textLength)));
  const gap = text.search(/\n[ \t]*\n/);
  return gap < 0 ? "" : text.slice(gap).trim();
}

async function readParts(email: Email, depth: number): Promise<Part[]> {
  const isReport = email.attachments.some(({ mimeType }) => REPORT.test(mimeType));
  const parts: Part[] = [];
  for (const attachment of email.attachments.slice(0, MAIL_LIMITS.parts)) {
    const nested = NESTED_MAIL.test(attachment.mimeType) || /\.eml$/i.test(attachment.filename ?? "");
    const read = nested && !isReport && depth < DEEPEST_MAIL;
    parts.push(...(read ? await readNested(attachment, depth) : keepPart(attachment, nested)));
  }
  return parts;
}

function keepPart(attachment: Attachment, nested: boolean): Part[] {
  const kept = nested || KEPT.test(attachment.mimeType);
  return kept ? [{ type: nested ? "message/rfc822" : attachment.mimeType, text: textOf(attachment) }] : [];
}

async function readNested(attachment: Attachment, depth: number): Promise<Part[]> {
  const email = await readEmail(bytesOf(attachment));
  const headers = email.headers
    .filter(({ key }) => TELLING_HEADERS.has(key))
    .map(({ key, value }) => `${key}: ${key === "subject" ? (email.subject ?? value) : value}`);
  const text = cleanText(`${headers.join("\n")}\n\n`) + bodyOf(email);
  return [{ type: "message/rfc822", text }, ...(await readParts(email, depth + 1))];
}

function textOf(attachment: Attachment): string {
  const text = cleanText(decodeBytes(bytesOf(attachment).subarray(0, MAIL_LIMITS.textLength)));
  return attachment.mimeType === "text/html" ? htmlToText(text) : text;
}

function bytesOf(attachment: Attachment): Uint8Array {
  const { content } = attachment;
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** Rubbish in a name may hide the address from a parser; the last one in angle brackets is what mail programs take. */
function senderOf(email: Email): string | null {
  const parsed = addressOf(email.from);
  if (parsed !== null && /^[^@\s]+@[^@\s]+$/.test(parsed)) return parsed;
  const header = email.headers.find(({ key }) => key === "from")?.value.slice(0, 10_000) ?? "";
  return lastBracketed(header.trimEnd())?.toLowerCase() ?? parsed;
}

function lastBracketed(header: string): string | null {
  const inner = header.endsWith(">") ? header.slice(header.lastIndexOf("<") + 1, -1) : "";
  const at = inner.indexOf("@");
  const isAddress = at > 0 && at < inner.length - 1 && inner.length <= 600 && !/[<>\s]/.test(inner);
  return isAddress ? inner : null;
}

function addressOf(address: Address | undefined): string | null {
  return address === undefined ? null : (addressesOf(address)[0] ?? null);
}

function addressesOf(address: Address): string[] {
  const members = address.group ?? [address];
  return members.map((member) => member.address.trim().toLowerCase()).filter((one) => one !== "");
}

/** The addresses in a header such as `Reply-To`, lower case. */
export function readAddresses(header: string): readonly string[] {
  return addressParser(header.slice(0, 2_000)).flatMap((address) => addressesOf(address));
}

/** postal-mime gives ISO 8601, or the header as it was where it could not be read. */
function readDate(date: string | undefined): Instant | null {
  const milliseconds = date?.endsWith("Z") === true ? Date.parse(date) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
