import { type Instant, Temporal } from "../time.ts";

/** Half-open time in which a message may go, in milliseconds since the epoch. Empty when `opens >= closes`. */
export interface SendWindow {
  readonly opens: number;
  readonly closes: number;
}

export function opensAt(window: SendWindow): Instant {
  return Temporal.Instant.fromEpochMilliseconds(window.opens);
}

export function closesAt(window: SendWindow): Instant {
  return Temporal.Instant.fromEpochMilliseconds(window.closes);
}
