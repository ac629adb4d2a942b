import type { Logger } from "pino";
import type { Worker } from "../protocol/call-worker.ts";

export interface SyncOptions {
  readonly worker: Worker;
  readonly log: Logger;
  /** Real milliseconds between two registrations that went well. */
  readonly every: number;
}

export interface Sync {
  /** Asks the worker now to register its functions; throws when it did not. */
  now(): Promise<void>;
  stop(): void;
}

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5000;

/**
 * Asks the worker to register its functions until it did, then again every so often: it may have been replaced. One asks
 * after the other, and the pause counts from the last: no answer of an older asking comes after a newer one.
 */
export function startSync({ worker, log, every }: SyncOptions): Sync {
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  const wentWell = () => {
    if (failures > 0) log.info("the worker has registered its functions");
    failures = 0;
  };
  const failed = (error: unknown) => {
    if (failures === 4) log.warn({ err: error }, "the worker has not registered its functions yet");
    failures += 1;
  };
  const plan = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(ask, pauseAfter(failures, every)).unref();
  };
  const now = () => {
    clearTimeout(timer);
    const asked = turn.then(() => askToRegister(worker));
    turn = asked.then(wentWell, failed).then(plan);
    return asked;
  };
  const ask = () => {
    now().catch(() => undefined); // `failed` has told it.
  };
  ask();
  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function pauseAfter(failures: number, every: number): number {
  return failures === 0 ? every : Math.min(LONGEST_PAUSE, FIRST_PAUSE * failures);
}

async function askToRegister(worker: Worker): Promise<void> {
  const answer = await worker.call({ method: "PUT", search: "", body: "" });
  if (answer.kind !== "answered") throw new Error(answer.message);
  if (answer.status !== 200) throw new Error(`The worker answered ${answer.status}: ${answer.body.slice(0, 500)}`);
}
