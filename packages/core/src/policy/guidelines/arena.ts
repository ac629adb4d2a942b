/**
 * Room for the columns of a text, cut from larger blocks: a block of its own for each short text costs more than
 * reading the text. Room is never handed out twice; a block goes when nothing points into it any more.
 */
const BLOCK_BYTES = 1 << 18;

let block = new ArrayBuffer(BLOCK_BYTES);
let used = 0;
let taken = block;

export function int32Column(length: number): Int32Array {
  const at = take(length * 4);
  return new Int32Array(taken, at, length);
}

export function uint16Column(length: number): Uint16Array {
  const at = take(length * 2);
  return new Uint16Array(taken, at, length);
}

export function uint8Column(length: number): Uint8Array {
  const at = take(length);
  return new Uint8Array(taken, at, length);
}

/**
 * Room for columns whose length is known at the end only: the same again each time, so that it stays in the cache. What
 * is kept goes into a column of its own.
 */
export function int32Scratch(length: number): Int32Array {
  if (intScratch.length < length) {
    intScratch = new Int32Array(length * 2);
  }
  return intScratch;
}

export function uint16Scratch(length: number): Uint16Array {
  if (shortScratch.length < length) {
    shortScratch = new Uint16Array(length * 2);
  }
  return shortScratch;
}

let intScratch = new Int32Array(4_096);
let shortScratch = new Uint16Array(4_096);

/** Where the room begins in the buffer `taken`: this runs so often that a pair as its answer would cost more than it. */
function take(bytes: number): number {
  const needed = (bytes + 7) & ~7;
  if (needed * 4 > BLOCK_BYTES) {
    taken = new ArrayBuffer(needed);
    return 0;
  }
  if (used + needed > BLOCK_BYTES) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  taken = block;
  used += needed;
  return used - needed;
}
