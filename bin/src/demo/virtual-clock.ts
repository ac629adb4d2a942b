import { request } from "node:http";
import { text } from "node:stream/consumers";
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

/** By node:http, because fetch gives up on an answer that takes five minutes, and a run may take longer. */
function requestRun(controlUrl: string, until: string, signal: AbortSignal): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const sent = request(`${controlUrl}/clock/run`, { method: "POST", headers, signal }, (response) => {
      text(response).then((body) => {
        if (response.statusCode === 200) resolve(Arrival.parse(JSON.parse(body)));
        else reject(new Error(`the clock refused to run: ${response.statusCode} ${body}`));
      }, reject);
    });
    sent.on("error", reject);
    sent.end(JSON.stringify({ until }));
  });
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
