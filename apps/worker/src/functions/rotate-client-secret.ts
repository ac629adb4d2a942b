import type { Inngest } from "inngest";
import { mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

/** Each night: a client secret that grows old is replaced; Amazon ends one after 180 days. */
export function rotateClientSecretFunction(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "rotate-client-secret", triggers: [{ cron: "17 4 * * *" }], concurrency: { limit: 1 }, retries: 0 },
    () => mapErrors(worker, async () => ({ ended: await worker.freshenSecret() })),
  );
}
