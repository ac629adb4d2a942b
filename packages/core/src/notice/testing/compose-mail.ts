import { toIso2022Jp, toShiftJis } from "./encode-japanese.ts";

export type Charset = "utf-8" | "iso-8859-1" | "iso-2022-jp" | "shift_jis";
export type Transfer = "8bit" | "quoted-printable" | "base64";

export interface MailDraft {
  readonly from?: string;
  readonly to?: string;
  readonly subject: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly html?: string;
  /** Raw mails attached as message/rfc822. */
  readonly attached?: readonly Buffer[];
  readonly charset?: Charset;
  /** What the mail says its charset is, where that is wrong. */
  readonly declared?: string;
  readonly transfer?: Transfer;
}

/** A raw mail, written as mail programs write it: CRLF, encoded words, one of the usual transfer encodings. */
export function composeMail(draft: MailDraft): Buffer {
  const parts = bodyParts(draft);
  const body = parts.length === 1 && parts[0] !== undefined ? parts[0] : multipart(draft, parts);
  const headers = {
    From: draft.from ?? "auto-communication@amazon.de",
    To: draft.to ?? "n-0123456789@in.heed.example",
    Subject: encodeWord(draft.subject, draft.charset ?? "utf-8"),
    Date: "Mon, 05 Oct 2026 10:00:00 +0000",
    "Message-ID": "<01020152@eu-west-1.amazonses.com>",
    "MIME-Version": "1.0",
    ...draft.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(lines.join(""), "utf8"), body]);
}

function bodyParts(draft: MailDraft): readonly Buffer[] {
  const texts = [
    draft.text === undefined ? [] : [textPart(draft, "plain", draft.text)],
    draft.html === undefined ? [] : [textPart(draft, "html", draft.html)],
  ].flat();
  return [
    ...texts,
    ...(draft.attached ?? []).map((raw) => Buffer.concat([Buffer.from("Content-Type: message/rfc822\r\n\r\n"), raw])),
  ];
}

function multipart(draft: MailDraft, parts: readonly Buffer[]): Buffer {
  const kind = draft.attached === undefined ? "alternative" : "mixed";
  // An attached mail has boundaries of its own; the length tells them apart.
  const boundary = `=_heed_${parts.reduce((sum, part) => sum + part.length, 0)}`;
  const head = Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`);
  const body = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from("\r\n")]);
  return Buffer.concat([head, ...body, Buffer.from(`--${boundary}--\r\n`)]);
}

function textPart(draft: MailDraft, type: "plain" | "html", text: string): Buffer {
  const charset = draft.charset ?? "utf-8";
  const transfer = draft.transfer ?? "8bit";
  const head = `Content-Type: text/${type}; charset=${draft.declared ?? charset}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(head),
    encodeTransfer(encodeText(text.replaceAll("\n", "\r\n"), charset), transfer),
  ]);
}

export function encodeText(text: string, charset: Charset): Buffer {
  switch (charset) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "iso-8859-1":
      return Buffer.from(text, "latin1");
    case "iso-2022-jp":
      return toIso2022Jp(text);
    case "shift_jis":
      return toShiftJis(text);
  }
}

function encodeTransfer(bytes: Buffer, transfer: Transfer): Buffer {
  if (transfer === "base64") {
    return Buffer.from((bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n"));
  }
  return transfer === "8bit" ? bytes : Buffer.from(quotedPrintable(bytes));
}

/** Lines are broken every 40 characters, so that breaks fall into order ids and words. */
function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = [];
  for (const line of bytes.toString("latin1").split("\r\n")) {
    const units = Array.from(line, (letter) => (/[!-<>-~ ]/.test(letter) ? letter : `=${hex(letter)}`));
    let current = "";
    for (const unit of units) {
      if (current.length + unit.length > 40) {
        lines.push(`${current}=`);
        current = "";
      }
      current += unit;
    }
    lines.push(current);
  }
  return lines.join("\r\n");
}

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

function encodeWord(subject: string, charset: Charset): string {
  return /^[ -~]*$/.test(subject) ? subject : `=?${charset}?B?${encodeText(subject, charset).toString("base64")}?=`;
}
