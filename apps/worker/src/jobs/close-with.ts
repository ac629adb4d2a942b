import type { Instant } from "@heed/core/time";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import type { JobInput } from "./job-runner.ts";

/** Ends one turn of a job, or sets its next one. */
export function closeWith(
  worker: Worker,
  { tenantId, job }: JobInput,
  { ended, again }: { readonly ended: string; readonly again: Instant | null },
): Promise<{ readonly ended: string }> {
  return withTenant(worker.db, systemAccess(tenantId), async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt: again });
    return { ended };
  });
}
