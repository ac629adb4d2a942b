import { AppError } from "@heed/core/errors";
import { loadJob } from "@heed/db/commands/job";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import { JOBS } from "../jobs/jobs.ts";
import type { Worker } from "../worker.ts";

/** One row of `job` that is due: a longer wait or a long piece of work. */
export function runJob(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "run-job", triggers: [{ event: "job/due" }], concurrency: { key: "event.data.jobId", limit: 1 }, retries: 3 },
    async ({ event, step }) => {
      const { tenantId, jobId, attempt } = eventData(worker, "job/due", event);
      return step.run("work", () =>
        mapErrors(worker, async () => {
          const job = await withTenant(worker.db, systemAccess(tenantId), (tx) => loadJob(tx, jobId));
          if (job === null || job.attempt !== attempt || job.state !== "running") return { ended: "nothing to do" };
          const run = JOBS[job.kind];
          if (run === undefined)
            throw new AppError("INTERNAL", "Nobody does this kind of job.", { details: { kind: job.kind } });
          const done = await run(worker, { tenantId, job });
          worker.wakeRelay();
          return done;
        }),
      );
    },
  );
}
