import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store, storeCredential, tokenCache } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { scheduleEndOfSubscription } from "./end-subscription.ts";
import { cancelStoreJob, scheduleStoreJob } from "./store-job.ts";

/** Amazon's data protection policy: data goes within 30 days after a permission ended (DOMAIN §2.9). */
const KEPT_FOR = { hours: 24 * 30 };

interface Disconnect {
  readonly storeId: string;
  readonly now: Instant;
}

/**
 * Ends what we may do for a store: its tokens are destroyed, nothing goes out, and its data is kept for 30 days so that
 * connecting it again loses nothing.
 */
export async function disconnectStore(tx: TenantDb, { storeId, now }: Disconnect): Promise<{ purgeAt: Instant }> {
  const purgeAt = now.add(KEPT_FOR);
  const here = and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId));
  const { region, subscriptionId } = store;
  const [before] = await tx.sql.select({ region, subscriptionId }).from(store).where(here).for("update");
  if (before === undefined) throw new AppError("NOT_FOUND", "This store does not exist here.");
  await tx.sql
    .update(store)
    .set({ authorisation: "disconnected", disconnectedAt: now, purgeAt, nextSyncAt: null, subscriptionId: null })
    .where(here);
  await scheduleEndOfSubscription(tx, { storeId, ...before, now });
  await tx.sql
    .delete(storeCredential)
    .where(and(eq(storeCredential.tenantId, tx.tenantId), eq(storeCredential.storeId, storeId)));
  await tx.sql.delete(tokenCache).where(and(eq(tokenCache.tenantId, tx.tenantId), eq(tokenCache.storeId, storeId)));
  await cancelStoreJob(tx, { kind: "authorisation_expiring", storeId });
  await scheduleStoreJob(tx, { kind: "purge_store", storeId, runAt: purgeAt });
  await scheduleStoreJob(tx, { kind: "tell_disconnected", storeId, runAt: now });
  await appendAudit(tx, {
    now,
    act: "store.disconnected",
    subject: `store:${storeId}`,
    after: { purgeAt: purgeAt.toString() },
  });
  await appendLive(tx, ["stores"], now);
  return { purgeAt };
}

/** Erases a disconnected store with everything in it, before its day where a person asks for it. */
export async function purgeStore(tx: TenantDb, { storeId, now }: Disconnect): Promise<boolean> {
  const rows = await tx.sql
    .delete(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), eq(store.authorisation, "disconnected")))
    .returning({ id: store.id });
  if (rows.length === 0) return false;
  await cancelStoreJob(tx, { kind: "purge_store", storeId });
  await cancelStoreJob(tx, { kind: "tell_disconnected", storeId });
  await appendAudit(tx, { now, act: "store.erased", subject: `store:${storeId}` });
  await appendLive(tx, ["stores"], now);
  return true;
}
