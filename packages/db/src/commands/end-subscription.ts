import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { cancelStoreJob } from "./store-job.ts";

interface Ended {
  readonly storeId: string;
  readonly region: string;
  readonly subscriptionId: string | null;
  readonly now: Instant;
}

/** Amazon shall tell nothing more of a store that we may not serve: its subscription is ended there, by a job. */
export async function scheduleEndOfSubscription(tx: TenantDb, { storeId, region, subscriptionId, now }: Ended) {
  if (subscriptionId === null) return;
  await cancelStoreJob(tx, { kind: "end_subscription", storeId });
  const progress = { done: 0, total: null, bad: 0, subscription: { region, id: subscriptionId } };
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "end_subscription", subject: storeId, runAt: now, progress })
    .onConflictDoNothing();
}

/** Whether the store was connected again meanwhile and uses this very subscription. */
export async function usesSubscription(
  tx: TenantDb,
  { storeId, subscriptionId }: { readonly storeId: string; readonly subscriptionId: string },
): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: store.id })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), eq(store.subscriptionId, subscriptionId)));
  return rows.length > 0;
}
