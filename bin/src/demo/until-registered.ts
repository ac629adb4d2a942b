import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const Health = z.object({ functions: z.number() });
const PATIENCE = 30_000;
const LOOK_EVERY = 50;

/**
 * Waits until the engine knows the worker's functions. A virtual clock that runs before it passes over hours in which
 * nothing can be started, and what was due then goes late.
 */
export async function untilRegistered(engineUrl: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const answer = await fetch(new URL("/health", engineUrl));
    if (Health.parse(await answer.json()).functions > 0) return;
    await wait(LOOK_EVERY);
  }
  throw new Error(`the worker did not register its functions within ${PATIENCE / 1000} s`);
}
