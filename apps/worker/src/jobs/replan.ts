import { closeJob } from "@heed/db/commands/job";
import { replanStep } from "@heed/db/commands/replan-job";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { JobRunner } from "./job-runner.ts";

/** Batches in one go; a longer job is put back, so that it keeps its lease and others get their turn. */
const BATCHES = 40;

/** Plans the orders of a store, or of a flow's stores, anew: after a switch of a flow, a pause or a brake. */
export const replan: JobRunner = async (worker, { tenantId, job }) => {
  const access = systemAccess(tenantId);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const more = await withTenant(worker.db, access, (tx) => replanStep(tx, { job, now: worker.clock.now() }));
    worker.wakeRelay();
    if (!more) return { ended: "planned anew" };
  }
  await withTenant(worker.db, access, (tx) => closeJob(tx, { jobId: job.id, runAgainAt: worker.clock.now() }));
  return { ended: "goes on" };
};
