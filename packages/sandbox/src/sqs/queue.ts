import { createHash, randomUUID } from "node:crypto";
import type { Fact } from "../journal/entry.ts";
import type { State } from "../state.ts";

/** Real milliseconds for which a message that was handed out stays hidden; SQS's default is thirty seconds. */
const VISIBILITY = 30_000;
/** SQS delivers at least once: of so many messages one is handed out a second time although it was deleted. */
const REPEATED = 20;

export interface HandedOut {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly MD5OfBody: string;
  readonly Body: string;
}

/** One queue of one account: what it holds stands in the log, who holds what only here. */
export class Queue {
  readonly #state: State;
  readonly #hiddenUntil = new Map<string, number>();
  readonly #repeats: { readonly id: string; readonly body: string }[] = [];
  #deleted = 0;

  constructor(state: State) {
    this.#state = state;
  }

  receive(most: number, realNow: number): readonly HandedOut[] {
    const visible = [...this.#state.queue].filter(([id]) => (this.#hiddenUntil.get(id) ?? 0) <= realNow);
    const repeats = this.#repeats.splice(0, 1).map(({ id, body }): [string, string] => [id, body]);
    return [...repeats, ...visible].slice(0, most).map(([id, body]) => {
      this.#hiddenUntil.set(id, realNow + VISIBILITY);
      return handOut(id, body);
    });
  }

  /** The fact that ends a message; null for one that is gone already, which SQS takes as well. */
  remove(receipt: string): Fact | null {
    const id = receipt.split("#")[0] ?? "";
    const body = this.#state.queue.get(id);
    if (body === undefined) return null;
    this.#deleted += 1;
    if (this.#deleted % REPEATED === 0) this.#repeats.push({ id, body });
    return { kind: "queue.deleted", messageId: id };
  }
}

function handOut(id: string, body: string): HandedOut {
  const digest = createHash("md5").update(body).digest("hex");
  return { MessageId: id, ReceiptHandle: `${id}#${randomUUID()}`, MD5OfBody: digest, Body: body };
}
