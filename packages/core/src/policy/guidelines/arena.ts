/**
 * Room for the columns of a text, cut from larger blocks: a block of its own for each short text costs more than
 * reading the text. Room is never handed out twice; a block goes when nothing points into it any more.
 */
const BLOCK_BYTES = 1 << 18;

let block = new ArrayBuffer(BLOCK_BYTES);
let used = 0;

export function int32Column(length: number): Int32Array {
  return new Int32Array(...take(length * 4), length);
}

export function uint16Column(length: number): Uint16Array {
  return new Uint16Array(...take(length * 2), length);
}

export function uint8Column(length: number): Uint8Array {
  return new Uint8Array(...take(length), length);
}

function take(bytes: number): [ArrayBuffer, number] {
  const needed = (bytes + 7) & ~7;
  if (needed * 4 > BLOCK_BYTES) {
    return [new ArrayBuffer(needed), 0];
  }
  if (used + needed > BLOCK_BYTES) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  used += needed;
  return [block, used - needed];
}
