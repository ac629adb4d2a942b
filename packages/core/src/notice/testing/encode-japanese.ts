/** Node decodes Japanese charsets and encodes none: the tables are read off the decoder. */
function readTable(
  charset: string,
  leads: readonly number[],
  trails: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (const lead of leads) {
    for (const trail of trails) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd" && !table.has(text)) {
        table.set(text, [lead, trail]);
      }
    }
  }
  return table;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

let shiftJis: ReadonlyMap<string, readonly number[]> | null = null;
let jis: ReadonlyMap<string, readonly number[]> | null = null;

export function toShiftJis(text: string): Buffer {
  shiftJis ??= readTable("shift_jis", [...range(0x81, 0x9f), ...range(0xe0, 0xef)], range(0x40, 0xfc));
  const table = shiftJis;
  return Buffer.from(Array.from(text).flatMap((letter) => table.get(letter) ?? [letter.charCodeAt(0)]));
}

export function toIso2022Jp(text: string): Buffer {
  jis ??= readTable("euc-jp", range(0xa1, 0xf4), range(0xa1, 0xfe));
  const bytes: number[] = [];
  let double = false;
  for (const letter of text) {
    const pair = jis.get(letter);
    if ((pair !== undefined) !== double) {
      double = pair !== undefined;
      bytes.push(...(double ? [0x1b, 0x24, 0x42] : [0x1b, 0x28, 0x42]));
    }
    bytes.push(...(pair?.map((byte) => byte - 0x80) ?? [letter.charCodeAt(0)]));
  }
  return Buffer.from(double ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}
