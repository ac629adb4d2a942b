import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store, syncCursor } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { scheduleEndOfSubscription } from "./end-subscription.ts";
import { scheduleStoreJob } from "./store-job.ts";

export interface SyncRecord {
  readonly storeId: string;
  /** Everything updated before this instant has been taken in. */
  readonly cursor: Instant;
  readonly nextSyncAt: Instant;
  readonly now: Instant;
}

/** The cursor moves with the page that it covers, in one transaction; a lost run only reads some pages again. */
export async function moveCursor(
  tx: TenantDb,
  { storeId, cursor, now }: Omit<SyncRecord, "nextSyncAt">,
): Promise<void> {
  await tx.sql
    .insert(syncCursor)
    .values({ tenantId: tx.tenantId, storeId, lastUpdatedAfter: cursor, lastSyncAt: now })
    .onConflictDoUpdate({
      target: [syncCursor.tenantId, syncCursor.storeId],
      set: { lastUpdatedAfter: cursor, lastSyncAt: now, lastError: null },
    });
}

export async function scheduleSync(
  tx: TenantDb,
  { storeId, nextSyncAt }: Pick<SyncRecord, "storeId" | "nextSyncAt">,
): Promise<void> {
  await tx.sql
    .update(store)
    .set({ nextSyncAt })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
}

export async function recordSyncError(
  tx: TenantDb,
  { storeId, error }: { storeId: string; error: string },
): Promise<void> {
  await tx.sql
    .update(syncCursor)
    .set({ lastError: error })
    .where(and(eq(syncCursor.tenantId, tx.tenantId), eq(syncCursor.storeId, storeId)));
}

/** Amazon will tell of changes of the store's orders. */
export async function recordSubscription(
  tx: TenantDb,
  { storeId, subscriptionId }: { storeId: string; subscriptionId: string },
): Promise<void> {
  await tx.sql
    .update(store)
    .set({ subscriptionId })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
}

/** Amazon refused the refresh token: the store stops until its owner authorises again, and its owners are told once. */
export async function revokeStore(tx: TenantDb, { storeId, now }: { storeId: string; now: Instant }): Promise<void> {
  const here = and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), eq(store.authorisation, "active"));
  const { region, subscriptionId } = store;
  const [before] = await tx.sql.select({ region, subscriptionId }).from(store).where(here).for("update");
  if (before === undefined) return;
  await tx.sql.update(store).set({ authorisation: "revoked", nextSyncAt: null, subscriptionId: null }).where(here);
  await scheduleEndOfSubscription(tx, { storeId, ...before, now });
  await scheduleStoreJob(tx, { kind: "tell_disconnected", storeId, runAt: now });
}
