import type { Region } from "@heed/core/marketplace/marketplaces";
import { usesSubscription } from "@heed/db/commands/end-subscription";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { JobRunner } from "./job-runner.ts";

const AGAIN_AFTER = { hours: 1 };
const MOST_ATTEMPTS = 24;

/** Ends at Amazon what told us of a store's orders; tried for a day, as a store that is gone is told about in vain only. */
export const endOrderSubscription: JobRunner = async (worker, { tenantId, job }) => {
  const access = systemAccess(tenantId);
  const { id: subscriptionId, region } = job.progress?.subscription ?? { id: "", region: "NA" };
  const used = await withTenant(worker.db, access, (tx) =>
    usesSubscription(tx, { storeId: job.subject, subscriptionId }),
  );
  const ended = used
    ? "used again"
    : await worker.subscriptions.end({ region: region as Region, subscriptionId }).then(
        () => "ended",
        (error: unknown) => {
          worker.log.warn({ error, tenantId, storeId: job.subject }, "a subscription at Amazon could not be ended");
          return "failed";
        },
      );
  const again = ended === "failed" && job.attempt < MOST_ATTEMPTS;
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt: again ? worker.clock.now().add(AGAIN_AFTER) : null });
    return { ended };
  });
};
