import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Sandbox } from "./sandbox.ts";
import type { Job } from "./state.ts";

export interface Scheduler {
  /** To be called after new facts: there may be something to do earlier than expected. */
  wake(): void;
  stop(): Promise<void>;
}

/** Jobs that run side by side. */
const WIDTH = 8;

/** Runs the jobs of the state when they are due on the sandbox's clock. A job ends by a fact that removes it. */
export function startScheduler(sandbox: Sandbox, run: (job: Job) => Promise<void>): Scheduler {
  let stopped = false;
  let interrupt = new AbortController();
  const wake = () => interrupt.abort();
  const loop = async () => {
    while (!stopped) {
      interrupt = new AbortController();
      const next = earliest(sandbox);
      if (next === null) await aborted(interrupt.signal);
      else await sandbox.clock.track(() => step(sandbox, { next, run, signal: interrupt.signal }));
    }
  };
  const ended = loop();
  return {
    wake,
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
  };
}

interface Step {
  readonly next: Instant;
  readonly run: (job: Job) => Promise<void>;
  readonly signal: AbortSignal;
}

async function step({ clock, state }: Sandbox, { next, run, signal }: Step): Promise<void> {
  await clock.sleepUntil(next, signal);
  const now = clock.now();
  const due = [...state.jobs.values()].filter((job) => Temporal.Instant.compare(job.at, now) <= 0);
  const ordered = due.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (let from = 0; from < ordered.length; from += WIDTH)
    await Promise.all(ordered.slice(from, from + WIDTH).map(run));
}

function earliest({ state }: Sandbox): Instant | null {
  let first: Instant | null = null;
  for (const { at } of state.jobs.values()) if (first === null || Temporal.Instant.compare(at, first) < 0) first = at;
  return first;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
