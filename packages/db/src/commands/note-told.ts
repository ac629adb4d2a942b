import { and, eq, sql } from "drizzle-orm";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Remembers on a job when somebody was told. */
export async function noteTold(
  tx: TenantDb,
  { jobId, told }: { readonly jobId: string; readonly told: string },
): Promise<void> {
  const empty = { done: 0, total: null, bad: 0 };
  await tx.sql
    .update(job)
    .set({ progress: sql`coalesce(${job.progress}, ${empty}::jsonb) || ${{ told }}::jsonb` })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
}
