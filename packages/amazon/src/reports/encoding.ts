import { isAscii } from "node:buffer";

/** Encodings of Amazon's reports, by the names of the WHATWG Encoding Standard. */
export type ReportEncoding = "utf-8" | "utf-16le" | "windows-1252" | "shift_jis";

export interface EncodingGuess {
  push(chunk: Uint8Array): void;
  finish(): ReportEncoding;
}

const JAPANESE_CHANNEL = Buffer.from("Amazon.co.jp");

/**
 * Looks at all bytes of a file. A byte-order mark decides, then validity as UTF-8, which other text meets by accident
 * only when it is plain ASCII. Between the two old encodings validity says little ("ü" and "ß" make a valid pair of
 * Shift_JIS), so the sales channel decides, then whether the pairs are the kana that fill Japanese text.
 */
export function guessEncoding(): EncodingGuess {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const shiftJis = shiftJisCount();
  let first: Uint8Array | null = null;
  let validUtf8 = true;
  let japaneseChannel = false;

  const stillValid = (decode: () => string): boolean => {
    try {
      decode();
      return true;
    } catch {
      return false;
    }
  };

  return {
    push(chunk) {
      first ??= chunk.slice(0, 3);
      validUtf8 &&= stillValid(() => utf8.decode(chunk, { stream: true }));
      japaneseChannel ||= Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).includes(JAPANESE_CHANNEL);
      shiftJis.push(chunk);
    },
    finish() {
      if (first?.[0] === 0xff && first[1] === 0xfe) return "utf-16le";
      if (validUtf8 && stillValid(() => utf8.decode())) return "utf-8";
      if (japaneseChannel) return "shift_jis";
      return shiftJis.looksJapanese() ? "shift_jis" : "windows-1252";
    },
  };
}

/** Counts pairs as JIS X 0208 has them in Shift_JIS: lead 81-9F or E0-FC, trail 40-7E or 80-FC; kana have lead 82 or 83. */
function shiftJisCount() {
  let lead = 0;
  let pairs = 0;
  let kana = 0;
  let invalid = 0;

  function second(value: number): void {
    if (!isTrail(value)) invalid++;
    else {
      pairs++;
      if (isKanaLead(lead)) kana++;
    }
    lead = 0;
  }

  function first(value: number): void {
    if (isLead(value)) lead = value;
    else if (!isHalfWidthKana(value)) invalid++;
  }

  function next(value: number): void {
    if (lead !== 0) second(value);
    else if (value > 0x7f) first(value);
  }

  return {
    push(chunk: Uint8Array): void {
      if (lead === 0 && isAscii(chunk)) return;
      for (let index = 0; index < chunk.length; index++) {
        next(chunk[index] ?? 0);
      }
    },
    looksJapanese: () => invalid === 0 && pairs > 0 && kana * 2 >= pairs,
  };
}

const isLead = (value: number) => (value >= 0x81 && value <= 0x9f) || (value >= 0xe0 && value <= 0xfc);
const isKanaLead = (value: number) => value === 0x82 || value === 0x83;
const isTrail = (value: number) => value >= 0x40 && value <= 0xfc && value !== 0x7f;
const isHalfWidthKana = (value: number) => value >= 0xa1 && value <= 0xdf;
