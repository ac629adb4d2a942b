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

/** Asks the worker to register its functions until it did, then again every so often: it may have been replaced. */
export function startSync(options: SyncOptions): Sync {
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let stopped = false;
  const attempt = async () => {
    failures = await attemptSync(options, failures);
    if (stopped) return;
    timer = setTimeout(() => void attempt(), pauseAfter(failures, options.every));
    timer.unref();
  };
  void attempt();
  return {
    now: () => askToRegister(options.worker),
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function pauseAfter(failures: number, every: number): number {
  return failures === 0 ? every : Math.min(LONGEST_PAUSE, FIRST_PAUSE * failures);
}

/** Returns the failures in a row. */
async function attemptSync({ worker, log }: SyncOptions, failures: number): Promise<number> {
  try {
    await askToRegister(worker);
    if (failures > 0) log.info("the worker has registered its functions");
    return 0;
  } catch (error) {
    if (failures === 4) log.warn({ err: error }, "the worker has not registered its functions yet");
    return failures + 1;
  }
}

async function askToRegister(worker: Worker): Promise<void> {
  const answer = await worker.call({ method: "PUT", search: "", body: "" });
  if (answer.kind !== "answered") throw new Error(answer.message);
  if (answer.status !== 200) throw new Error(`The worker answered ${answer.status}: ${answer.body.slice(0, 500)}`);
}
