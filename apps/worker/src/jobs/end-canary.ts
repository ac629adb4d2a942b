import { endCanary } from "@heed/db/commands/canary";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { JobRunner } from "./job-runner.ts";

/** Two hours after a lane's first e-mail: no rejection has come, so the others may go. */
export const endCanaryFlight: JobRunner = (worker, { tenantId, job }) =>
  withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    ended: await endCanary(tx, { job, now: worker.clock.now() }),
  }));
