import { Temporal } from "temporal-polyfill";

export { Temporal };
export type Instant = Temporal.Instant;

export interface Clock {
  now(): Instant;
}

export interface ProbeAnswer {
  /** True while this process holds work that no tracked call shows, such as unsent outbox rows. */
  readonly busy: boolean;
  /** The next instant at which this process has something to do by itself, if any. */
  readonly nextAt: Instant | null;
}

/**
 * A clock that one can wait on. The real one waits with timers. A virtual one jumps to the next registered
 * instant as soon as nothing is in flight (DESIGN §8), so every wait and all work must go through it.
 */
export interface WaitableClock extends Clock {
  readonly kind: "real" | "virtual";
  /** Waits without counting as work in flight. Resolves early and quietly when the signal aborts. */
  sleepUntil(instant: Instant, signal?: AbortSignal): Promise<void>;
  /** Runs work that must end before a virtual clock may jump. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Asked before each jump of a virtual clock; never called by a real one. */
  onProbe(probe: () => Promise<ProbeAnswer>): void;
  /** Called after each jump of a virtual clock; never called by a real one. */
  onAdvance(listener: (now: Instant) => void): void;
  close(): Promise<void>;
}

/** The longest delay that Node's timers take, in milliseconds; longer waits are split. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function realClock(): WaitableClock {
  const now = () => Temporal.Now.instant();
  return {
    kind: "real",
    now,
    async sleepUntil(instant, signal) {
      let left = instant.epochMilliseconds - now().epochMilliseconds;
      while (left > 0 && signal?.aborted !== true) {
        await timer(Math.min(left, LONGEST_TIMER), signal);
        left = instant.epochMilliseconds - now().epochMilliseconds;
      }
    },
    track: (work) => work(),
    onProbe: () => undefined,
    onAdvance: () => undefined,
    close: async () => undefined,
  };
}

function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(handle);
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    const handle = setTimeout(finish, milliseconds);
    signal?.addEventListener("abort", finish, { once: true });
  });
}

/** Clocks that do not move, for pure code and tests. */
export function fixedClock(instant: Instant): Clock {
  return { now: () => instant };
}
