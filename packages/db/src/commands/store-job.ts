import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import { job, type StoreJob } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

interface StoreJobRef {
  readonly kind: StoreJob;
  readonly storeId: string;
}

/** Sets the one job of this kind of the store to an instant; one that waits already is moved. */
export async function scheduleStoreJob(
  tx: TenantDb,
  { kind, storeId, runAt }: StoreJobRef & { readonly runAt: Instant },
): Promise<void> {
  await cancelStoreJob(tx, { kind, storeId });
  await tx.sql.insert(job).values({ tenantId: tx.tenantId, kind, subject: storeId, runAt }).onConflictDoNothing();
}

export async function cancelStoreJob(tx: TenantDb, { kind, storeId }: StoreJobRef): Promise<void> {
  await tx.sql
    .delete(job)
    .where(
      and(
        eq(job.tenantId, tx.tenantId),
        eq(job.kind, kind),
        eq(job.subject, storeId),
        inArray(job.state, ["waiting", "paused"]),
      ),
    );
}
