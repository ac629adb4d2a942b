/** Encoders that the platform lacks: it only decodes these sets. Each is the inverse of its own decoder. */
export type JapaneseCharset = "iso-2022-jp" | "shift_jis";

let cells: ReadonlyMap<string, readonly [row: number, cell: number]> | null = null;

/** JIS X 0208 by character, read off the platform's EUC-JP decoder. */
function jisCells(): ReadonlyMap<string, readonly [number, number]> {
  if (cells !== null) return cells;
  const decoder = new TextDecoder("euc-jp");
  const found = new Map<string, readonly [number, number]>();
  for (let row = 0x21; row <= 0x7e; row += 1) {
    for (let cell = 0x21; cell <= 0x7e; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row | 0x80, cell | 0x80));
      if (character.length === 1 && character !== "\ufffd" && !found.has(character)) found.set(character, [row, cell]);
    }
  }
  cells = found;
  return found;
}

/** Characters outside the set become a question mark, as old mailers did. */
export function encodeJapanese(text: string, charset: JapaneseCharset): Buffer {
  return charset === "shift_jis" ? encodeShiftJis(text) : encodeIso2022Jp(text);
}

function encodeShiftJis(text: string): Buffer {
  const bytes = [...text].flatMap((character) => {
    if (character < "\u0080") return [character.charCodeAt(0)];
    const [row, cell] = jisCells().get(character) ?? [0x21, 0x29];
    const lead = ((row - 0x21) >> 1) + (row < 0x5f ? 0x81 : 0xc1);
    const odd = row % 2 === 1;
    return [lead, odd ? cell + (cell < 0x60 ? 0x1f : 0x20) : cell + 0x7e];
  });
  return Buffer.from(bytes);
}

const TO_JIS = [0x1b, 0x24, 0x42];
const TO_ASCII = [0x1b, 0x28, 0x42];

/** Ends each line, and the text, in ASCII (RFC 1468). */
function encodeIso2022Jp(text: string): Buffer {
  const bytes: number[] = [];
  let wide = false;
  for (const character of text) {
    const isWide = character >= "\u0080";
    if (isWide !== wide) bytes.push(...(isWide ? TO_JIS : TO_ASCII));
    bytes.push(...(isWide ? (jisCells().get(character) ?? [0x21, 0x29]) : [character.charCodeAt(0)]));
    wide = isWide;
  }
  if (wide) bytes.push(...TO_ASCII);
  return Buffer.from(bytes);
}
