import type { Instant, WaitableClock } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

export interface JumpingClock extends WaitableClock {
  /** Seconds of each wait, in order. */
  readonly waits: readonly number[];
  advance(seconds: number): void;
}

/** A clock for one flow at a time: every wait jumps to its end at once. */
export function jumpingClock(start = "2026-07-01T12:00:00Z"): JumpingClock {
  let now = Temporal.Instant.from(start);
  const waits: number[] = [];
  return {
    kind: "virtual",
    now: () => now,
    waits,
    advance(seconds) {
      now = now.add({ seconds });
    },
    async sleepUntil(instant: Instant) {
      const seconds = (instant.epochMilliseconds - now.epochMilliseconds) / 1000;
      if (seconds <= 0) return;
      waits.push(seconds);
      now = instant;
    },
    track: (work) => work(),
    onProbe: () => undefined,
    onAdvance: () => undefined,
    close: async () => undefined,
  };
}
