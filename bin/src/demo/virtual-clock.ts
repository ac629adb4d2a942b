import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const Arrival = z.object({ now: z.string(), jumps: z.number(), reason: z.string() });
export type Arrival = z.infer<typeof Arrival>;

/** Real time in which the clock must move or something must happen; longer means that a part has hung. */
const PATIENCE = 60_000;
const LOOK_EVERY = 2_000;

/** Lets the sandbox's virtual clock run until an instant, or until nothing is left to happen. Throws where it stalls. */
export async function runClock(controlUrl: string, until: string): Promise<Arrival> {
  const done = new AbortController();
  try {
    return await Promise.race([requestRun(controlUrl, until, done.signal), watchClock(controlUrl, done.signal)]);
  } finally {
    done.abort();
  }
}

async function requestRun(controlUrl: string, until: string, signal: AbortSignal): Promise<Arrival> {
  const response = await fetch(`${controlUrl}/clock/run`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ until }),
    signal,
  });
  if (!response.ok) throw new Error(`the clock refused to run: ${response.status} ${await response.text()}`);
  return Arrival.parse(await response.json());
}

/** Never returns; throws with the clock's own view once nothing has changed for too long. */
async function watchClock(controlUrl: string, signal: AbortSignal): Promise<never> {
  let [last, since] = ["", performance.now()];
  for (;;) {
    await wait(LOOK_EVERY, undefined, { signal });
    const view = await (await fetch(`${controlUrl}/clock`, { signal })).text();
    if (view !== last) [last, since] = [view, performance.now()];
    if (performance.now() - since > PATIENCE) throw new Error(`the virtual clock stands still: ${view}`);
  }
}
