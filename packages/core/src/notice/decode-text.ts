/** JIS X 0208 is announced by these escapes; text that still shows them was sent without its charset. */
const JIS_ESCAPES = ["\u001b$B", "\u001b$@"];

/** Anything but printable ASCII and line feeds; most headers hold none, and need no care. */
const UNUSUAL = /[^\n\t -~]/;

/** What UTF-8 looks like when it was read as Windows-1252. */
const DOUBLE_ENCODED = /[ÃÂâãäåæ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** The bytes that Windows-1252 gives to letters outside Latin-1, U+0080 to U+009F in order. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Text as all later reading expects it: one line ending, no NUL, well formed, NFC, mis-declared charsets repaired. */
export function cleanText(text: string): string {
  if (!UNUSUAL.test(text)) {
    return text;
  }
  const repaired = repairCharset(text);
  return repaired.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed().normalize("NFC");
}

/** Bytes of a part without a charset: UTF-8 where it is valid, else Windows-1252, which reads anything. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function repairCharset(text: string): string {
  if (JIS_ESCAPES.some((mark) => text.includes(mark))) {
    const bytes = toBytes(text);
    return bytes === null ? text : new TextDecoder("iso-2022-jp").decode(bytes);
  }
  return DOUBLE_ENCODED.test(text) ? (undoDoubleEncoding(text) ?? text) : text;
}

function undoDoubleEncoding(text: string): string | null {
  const bytes = toBytes(text);
  try {
    return bytes === null ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of a text that was decoded as Windows-1252 or Latin-1, or null where it holds other letters. */
function toBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const special = code > 0xff ? WINDOWS_1252.indexOf(text.charAt(index)) : -1;
    if (code > 0xff && special < 0) {
      return null;
    }
    bytes[index] = special < 0 ? code : 0x80 + special;
  }
  return bytes;
}
