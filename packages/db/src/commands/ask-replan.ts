import type { Instant } from "@heed/core/time";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Has a store's orders planned anew, since a setting changed that planning rests on. One that waits already will do. */
export async function askReplan(
  tx: TenantDb,
  { storeId, now }: { readonly storeId: string; readonly now: Instant },
): Promise<void> {
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "replan_store", subject: storeId, runAt: now })
    .onConflictDoNothing();
}
