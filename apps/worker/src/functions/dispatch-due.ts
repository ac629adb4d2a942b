import { dispatchDue } from "@heed/db/commands/dispatch-due";
import type { Inngest } from "inngest";
import { mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

const PER_TENANT = 500;
const LIMIT = 5_000;

/** Each minute: what falls due within the hour becomes events. */
export function dispatchDueFunction(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "dispatch-due", triggers: [{ cron: "* * * * *" }], concurrency: { limit: 1 }, retries: 2 },
    // One piece of work that may be repeated as a whole: a step would only cost a second call.
    () =>
      mapErrors(worker, async () => {
        const { db, system, clock } = worker;
        const counts = await dispatchDue(db, system, { now: clock.now(), perTenant: PER_TENANT, limit: LIMIT });
        worker.wakeRelay();
        return counts;
      }),
  );
}
