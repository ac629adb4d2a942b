/** From hashes to lists, by open addressing: a look-up touches one place of memory. */
export interface HashTable<T> {
  readonly keys: Int32Array;
  readonly slots: Int32Array;
  readonly entries: readonly T[];
}

/** A power of two in size, at most half full. */
export function buildTable<T>(map: ReadonlyMap<number, T>): HashTable<T> {
  const size = 2 ** Math.ceil(Math.log2(map.size * 2 + 2));
  const keys = new Int32Array(size);
  const slots = new Int32Array(size).fill(-1);
  let slot = 0;
  for (const hash of map.keys()) {
    let at = place(hash) & (size - 1);
    while ((slots[at] ?? -1) >= 0) {
      at = (at + 1) & (size - 1);
    }
    keys[at] = hash;
    slots[at] = slot;
    slot += 1;
  }
  return { keys, slots, entries: [...map.values()] };
}

export function lookUp<T>({ keys, slots, entries }: HashTable<T>, hash: number): T | undefined {
  const mask = slots.length - 1;
  let at = place(hash) & mask;
  let slot = slots[at] ?? -1;
  while (slot >= 0) {
    if (keys[at] === hash) {
      return entries[slot];
    }
    at = (at + 1) & mask;
    slot = slots[at] ?? -1;
  }
  return undefined;
}

/** The low bits of FNV alone would put words with the same ending side by side. */
function place(hash: number): number {
  return hash ^ (hash >>> 15);
}
