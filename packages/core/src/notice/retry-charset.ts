/** Charsets that mails declare wrongly, the most demanding first: what decodes cleanly is most likely right. */
const CANDIDATES = ["utf-8", "iso-2022-jp", "euc-jp", "shift_jis", "windows-1252"] as const;

/** The header of a text with its folded lines, and in it the charset. */
const TEXT_HEADER = /^content-type:[ \t]*text\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*){0,3}/gim;
const DECLARED = /(charset[ \t]*=[ \t]*"?)[\w:.-]+/i;
const UNDECLARED = /(content-type:[ \t]*text\/(?:plain|html))(?=[ \t]*(?:\r?\n(?![ \t])|;(?![^\r\n]{0,200}charset)))/gi;

/** UTF-8 read as Windows-1252: the mail was UTF-8 with some damage, so this charset is not right either. */
const MISREAD = /Ã[\u0080-\u00bf]|â€/;

/** Reading again takes time; a larger mail is no notice. */
const LARGEST = 1024 * 1024;

function countUndecoded(text: string): number {
  return text.includes("\ufffd") ? text.split("\ufffd").length - 1 : 0;
}

/**
 * Reads a mail again under other charsets while its text shows undecodable characters, and returns the reading
 * with the fewest. `read` gets the mail with the charsets of its text parts replaced.
 */
export async function retryCharsets<T>(
  raw: Uint8Array,
  first: { readonly result: T; readonly text: (result: T) => string; readonly read: (raw: Uint8Array) => Promise<T> },
): Promise<T> {
  let best = { result: first.result, undecoded: countUndecoded(first.text(first.result)) };
  if (best.undecoded === 0 || raw.byteLength > LARGEST) {
    return best.result;
  }
  for (const charset of CANDIDATES) {
    const result = await first.read(declareCharset(raw, charset));
    const text = first.text(result);
    const undecoded = countUndecoded(text);
    if (undecoded < best.undecoded && text !== "" && !MISREAD.test(text)) {
      best = { result, undecoded };
    }
    if (best.undecoded === 0) {
      break;
    }
  }
  return best.result;
}

function declareCharset(raw: Uint8Array, charset: string): Uint8Array {
  const text = Buffer.from(raw).toString("latin1");
  const changed = text
    .replace(TEXT_HEADER, (header) => header.replace(DECLARED, `$1${charset}`))
    .replace(UNDECLARED, `$1; charset=${charset}`);
  const typed = /^content-type:/im.test(changed.slice(0, 20_000))
    ? changed
    : `Content-Type: text/plain; charset=${charset}\r\n${changed}`;
  return Buffer.from(typed, "latin1");
}
