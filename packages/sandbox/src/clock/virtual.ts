import type { Instant, WaitableClock } from "@heed/core/time";
import type { Coordinator, RunResult } from "./coordinator.ts";
import { createCoordinator } from "./coordinator.ts";
import { createParticipant } from "./participant.ts";

export interface VirtualClock {
  /** The participant named `test`, for the usual case of one. */
  readonly clock: WaitableClock;
  /** A further participant with its own counts. */
  participant(name: string): WaitableClock;
  now(): Instant;
  /** Jumps from instant to instant until `until` is reached, or nothing is left to happen. */
  run(until: Instant): Promise<RunResult>;
}

/** A virtual clock inside one process, driven by the same coordinator as the one over TCP. */
export function createVirtualClock(options: { readonly start: Instant }): VirtualClock {
  const coordinator = createCoordinator(options);
  const participant = (name: string) => joinLocally(coordinator, name);
  return {
    clock: participant("test"),
    participant,
    now: coordinator.now,
    run: (until) => coordinator.run(until),
  };
}

/** Joins the coordinator of the same process without a socket. */
export function joinLocally(coordinator: Coordinator, name: string): WaitableClock {
  const participant = createParticipant(coordinator.now(), async () => leave());
  const leave = coordinator.join({
    name,
    sample: participant.sample,
    probe: participant.probe,
    advance: (now) => participant.advance(now),
  });
  return participant.clock;
}
