import { recoverLost } from "@heed/db/commands/recover-lost";
import type { Inngest } from "inngest";
import { mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

const LIMIT = 1_000;

/** What an executor or a worker forgot is found in Postgres and dispatched again. */
export function recoverLostFlows(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "recover-lost-flows", triggers: [{ cron: "*/5 * * * *" }], concurrency: { limit: 1 }, retries: 2 },
    () =>
      mapErrors(worker, async () => {
        const found = await recoverLost(worker.db, worker.system, { now: worker.clock.now(), limit: LIMIT });
        if (found.lost + found.stuck + found.jobs + found.mails > 0) worker.log.info(found, "lost work was taken up");
        worker.wakeRelay();
        return found;
      }),
  );
}
