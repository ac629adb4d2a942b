import { setTimeout as wait } from "node:timers/promises";
import { type PartProgram, type RunningPart, startPart } from "./child-process.ts";
import { saysDiskFull } from "./disk-space.ts";

export interface SupervisedPart {
  readonly name: string;
  current(): RunningPart;
  stop(): Promise<void>;
}

export interface Crash {
  readonly name: string;
  /** The exit code or signal, or that it did not start again. */
  readonly how: string;
  readonly words: string;
  /** Milliseconds until the next try. */
  readonly retryIn: number;
}

export interface SupervisionEvents {
  readonly onCrash: (crash: Crash) => void;
  readonly onRestart: (part: { readonly name: string; readonly running: RunningPart }) => void;
}

const FIRST_BACK_OFF = 500;
const LONGEST_BACK_OFF = 30_000;
/** A part that ran this long starts again with the shortest back-off. */
const STEADY = 60_000;

/** Starts a part and starts it again, ever later, whenever it ends by itself. */
export async function supervise(program: PartProgram, events: SupervisionEvents): Promise<SupervisedPart> {
  const stopping = new AbortController();
  let running = await startPart(program);
  const replace = (next: RunningPart) => {
    running = next;
    events.onRestart({ name: program.name, running });
  };
  const watching = watch({ program, events, stopping: stopping.signal, current: () => running, replace });
  return {
    name: program.name,
    current: () => running,
    async stop() {
      stopping.abort();
      await running.stop();
      await watching;
      // One that came up while we were stopping.
      await running.stop();
    },
  };
}

interface Watch {
  readonly program: PartProgram;
  readonly events: SupervisionEvents;
  readonly stopping: AbortSignal;
  readonly current: () => RunningPart;
  readonly replace: (next: RunningPart) => void;
}

async function watch({ program, events, stopping, current, replace }: Watch): Promise<void> {
  let backOff = FIRST_BACK_OFF;
  let since = performance.now();
  let how = await current().ended;
  let words = current().lastWords();
  while (!stopping.aborted) {
    if (performance.now() - since > STEADY) backOff = FIRST_BACK_OFF;
    events.onCrash({ name: program.name, how, words, retryIn: backOff });
    await wait(backOff, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return;
    backOff = Math.min(backOff * 2, LONGEST_BACK_OFF);
    since = performance.now();
    ({ how, words } = await startAgain(program, replace));
  }
}

/** Starts the part once more and returns how it ended. */
async function startAgain(program: PartProgram, replace: Watch["replace"]): Promise<{ how: string; words: string }> {
  try {
    const running = await startPart(program);
    replace(running);
    return { how: await running.ended, words: running.lastWords() };
  } catch (error) {
    return { how: "did not start again", words: error instanceof Error ? error.message : String(error) };
  }
}

/** What a person should read when a part fails: the full disk is named, whatever part met it. */
export function explainFailure(text: string): string {
  return saysDiskFull(text) ? "The disk is full. Please free some space and try again; nothing is lost." : text;
}
