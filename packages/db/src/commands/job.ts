import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

export type Job = typeof job.$inferSelect;

export async function loadJob(tx: TenantDb, jobId: string): Promise<Job | null> {
  const [row] = await tx.sql
    .select()
    .from(job)
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
  return row ?? null;
}

/** Holds a running job until the transaction ends. @returns false when another run has closed or restarted it */
export async function lockJob(tx: TenantDb, { jobId, attempt }: { jobId: string; attempt: number }): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId), eq(job.attempt, attempt), eq(job.state, "running")))
    .for("update");
  return rows.length === 1;
}

/** Ends a running job, or puts it back for another turn. */
export async function closeJob(
  tx: TenantDb,
  { jobId, runAgainAt }: { jobId: string; runAgainAt: Instant | null },
): Promise<void> {
  await tx.sql
    .update(job)
    .set(runAgainAt === null ? { state: "done" } : { state: "waiting", runAt: runAgainAt })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId), eq(job.state, "running")));
}
