import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { type JobProgress, job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface JobRequest {
  readonly kind: (typeof job.$inferInsert)["kind"];
  readonly subject: string;
  readonly now: Instant;
  /** What is asked for twice is done for both. */
  readonly flags?: Pick<JobProgress, "repin" | "pull">;
}

/** Asks for long work. One that waits will do it anyway; one that runs starts over when it is through. */
export async function askJob(tx: TenantDb, { kind, subject, now, flags = {} }: JobRequest): Promise<void> {
  const progress = { done: 0, total: null, bad: 0, ...flags };
  const again = sql`case when ${job.state} = 'running' then '{"again":true}'::jsonb else '{}'::jsonb end`;
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind, subject, runAt: now, progress })
    .onConflictDoUpdate({
      target: [job.tenantId, job.kind, job.subject],
      targetWhere: sql`state in ('waiting','running')`,
      set: { progress: sql`coalesce(${job.progress}, ${progress}::jsonb) || ${flags}::jsonb || ${again}` },
    });
}
