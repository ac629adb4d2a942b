/** A binary heap: the earliest first; of two at the same time, the one that was put in first. */
export class DueQueue<T> {
  readonly #heap: { readonly at: number; readonly turn: number; readonly item: T }[] = [];
  #turns = 0;

  get size(): number {
    return this.#heap.length;
  }

  push(at: number, item: T): void {
    this.#turns += 1;
    this.#heap.push({ at, turn: this.#turns, item });
    this.#rise(this.#heap.length - 1);
  }

  pop(): { readonly at: number; readonly item: T } | null {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return null;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(from: number): void {
    for (let child = from; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#before(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #sink(from: number): void {
    for (let parent = from; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const child = right < this.#heap.length && this.#before(right, left) ? right : left;
      if (child >= this.#heap.length || !this.#before(child, parent)) return;
      this.#swap(child, parent);
      parent = child;
    }
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.at === other.at ? one.turn < other.turn : one.at < other.at;
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
