import type { JapaneseCharset } from "./japanese.ts";
import { encodeJapanese } from "./japanese.ts";

export type Charset = "utf-8" | "iso-8859-1" | JapaneseCharset;
export type Transfer = "quoted-printable" | "base64" | "7bit";

export interface MailDraft {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly charset: Charset;
  readonly transfer: Transfer;
  readonly boundary: string;
}

/** A multipart/alternative message with CRLF line ends, in the given character set and transfer encoding. */
export function composeMail(draft: MailDraft): Buffer {
  const { charset, transfer, boundary } = draft;
  const part = (type: string, content: string) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=${charset}`,
      `Content-Transfer-Encoding: ${transfer}`,
      "",
      transferEncode(content, charset, transfer),
    ].join("\r\n");
  const head = [
    ...draft.headers.map(([name, value]) => `${name}: ${value}`),
    `Subject: ${encodeHeader(draft.subject, charset)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative;\r\n\tboundary="${boundary}"`,
  ].join("\r\n");
  return Buffer.from(
    [head, "", part("text/plain", draft.text), part("text/html", draft.html), `--${boundary}--`, ""].join("\r\n"),
    "latin1",
  );
}

function encode(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text, "utf8");
  return charset === "iso-8859-1" ? Buffer.from(text, "latin1") : encodeJapanese(text, charset);
}

function transferEncode(text: string, charset: Charset, transfer: Transfer): string {
  const bytes = encode(text.replace(/\n/g, "\r\n"), charset);
  if (transfer === "base64") return (bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
  return transfer === "7bit" ? bytes.toString("latin1") : quotedPrintable(bytes);
}

/** RFC 2045 §6.7, with soft breaks before column 76. */
function quotedPrintable(bytes: Buffer): string {
  const lines = bytes.toString("latin1").split("\r\n");
  return lines.map(quoteLine).join("\r\n");
}

function quoteLine(line: string): string {
  const tokens = [...line].map((character, index) => {
    const code = character.charCodeAt(0);
    const plain = (code >= 33 && code <= 126 && character !== "=") || (character === " " && index < line.length - 1);
    return plain ? character : `=${code.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  let column = 0;
  return tokens
    .map((token) => {
      const breaks = column + token.length > 75;
      column = breaks ? token.length : column + token.length;
      return breaks ? `=\r\n${token}` : token;
    })
    .join("");
}

/** Characters per encoded word; short enough for 75 columns in every set used here. */
const WORD = 10;

/** RFC 2047 encoded words; each begins and ends in ASCII, as ISO-2022-JP must. */
export function encodeHeader(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const characters = [...text];
  const words: string[] = [];
  for (let from = 0; from < characters.length; from += WORD) {
    const bytes = encode(characters.slice(from, from + WORD).join(""), charset);
    words.push(`=?${charset.toUpperCase()}?B?${bytes.toString("base64")}?=`);
  }
  return words.join("\r\n ");
}
