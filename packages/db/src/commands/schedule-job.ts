import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import { job, type RecurringJob } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

interface Schedule {
  readonly kind: RecurringJob;
  readonly subject: string;
  /** Null: never again. */
  readonly runAt: Instant | null;
}

/** Sets the one job of this kind to an instant; one that runs asks for its next time by itself when it ends. */
export async function scheduleJob(tx: TenantDb, { kind, subject, runAt }: Schedule): Promise<void> {
  await tx.sql
    .delete(job)
    .where(
      and(
        eq(job.tenantId, tx.tenantId),
        eq(job.kind, kind),
        eq(job.subject, subject),
        inArray(job.state, ["waiting", "paused", "done"]),
      ),
    );
  if (runAt === null) return;
  await tx.sql.insert(job).values({ tenantId: tx.tenantId, kind, subject, runAt }).onConflictDoNothing();
}
