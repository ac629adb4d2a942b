import type { WaitableClock } from "@heed/core/time";
import type { Logger } from "pino";

export interface AlarmOptions {
  readonly clock: WaitableClock;
  /** Epoch milliseconds at which something of this process comes due, if known. */
  readonly nextDue: () => Promise<number | null>;
  readonly onDue: () => void;
  readonly log: Logger;
}

/** The poll that finds what no notification told, in real milliseconds. */
const POLL = 1000;

/**
 * Wakes the engine when something comes due, at most a poll late. A virtual clock needs only the poll: its jumps are
 * announced. Returns how to stop.
 */
export function startAlarm(options: AlarmOptions): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  const once = async () => {
    let wait = POLL;
    try {
      const due = options.clock.kind === "real" ? await options.nextDue() : null;
      if (due !== null) wait = Math.min(POLL, Math.max(1, due - options.clock.now().epochMilliseconds));
    } catch (error) {
      options.log.error({ err: error }, "the queue could not be read");
    }
    if (stopped) return;
    timer = setTimeout(() => {
      options.onDue();
      void once();
    }, wait);
  };
  void once();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
}
