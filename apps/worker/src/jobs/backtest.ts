import { loadBacktest, saveProgress, saveResult, storesOf } from "@heed/db/commands/backtest-job";
import { closeJob } from "@heed/db/commands/job";
import { countOrders, runBacktest } from "@heed/db/commands/run-backtest";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { JobRunner } from "./job-runner.ts";

/** A long backtest. Its progress is written beside it, in transactions of their own, so that a page can show it. */
export const backtest: JobRunner = async (worker, { tenantId, job }) => {
  const access = systemAccess(tenantId);
  const now = worker.clock.now();
  const result = await withTenant(worker.db, access, async (tx) => {
    const { storeId, definition, days } = await loadBacktest(tx, job.subject);
    const request = { storeIds: await storesOf(tx, storeId), days, now };
    const total = await countOrders(tx, request);
    const onProgress = (done: number) =>
      withTenant(worker.db, access, (beside) => saveProgress(beside, job.id, { done, total, bad: 0 }));
    return runBacktest(tx, { ...request, tried: definition, onProgress });
  });
  await withTenant(worker.db, access, async (tx) => {
    await saveResult(tx, { id: job.subject, result, now: worker.clock.now() });
    await closeJob(tx, { jobId: job.id, runAgainAt: null });
  });
  return { ended: "backtested" };
};
