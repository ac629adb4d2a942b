import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store, storeCredential, storeMarketplace, syncCursor } from "../schema/store.ts";
import { type KeyRing, open } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

/** What calls to Amazon on behalf of a store need. */
export interface StoreWork {
  readonly storeId: string;
  readonly name: string;
  readonly region: "NA" | "EU" | "FE";
  readonly sellerId: string;
  readonly refreshToken: string;
  readonly marketplaceIds: readonly string[];
  readonly cursor: Instant | null;
  readonly lastSyncAt: Instant | null;
  readonly cutOverAt: Instant;
  readonly subscriptionId: string | null;
  readonly authorisation: "active" | "revoked" | "disconnected";
}

/** @throws AppError NOT_FOUND when the store is gone or disconnected */
export async function loadStoreWork(
  tx: TenantDb,
  { storeId, ring }: { storeId: string; ring: KeyRing },
): Promise<StoreWork> {
  const [row] = await tx.sql
    .select({
      store,
      refreshToken: storeCredential.refreshToken,
      cursor: syncCursor.lastUpdatedAfter,
      lastSyncAt: syncCursor.lastSyncAt,
    })
    .from(store)
    .innerJoin(
      storeCredential,
      and(eq(storeCredential.tenantId, store.tenantId), eq(storeCredential.storeId, store.id)),
    )
    .leftJoin(syncCursor, and(eq(syncCursor.tenantId, store.tenantId), eq(syncCursor.storeId, store.id)))
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "The store is not connected.");
  const marketplaces = await tx.sql
    .select({ id: storeMarketplace.marketplaceId })
    .from(storeMarketplace)
    .where(and(eq(storeMarketplace.tenantId, tx.tenantId), eq(storeMarketplace.storeId, storeId)));
  return {
    storeId,
    name: row.store.name,
    region: row.store.region,
    sellerId: row.store.sellerId,
    refreshToken: open(
      ring,
      { table: "store_credential", column: "refresh_token", tenantId: tx.tenantId, rowId: storeId },
      row.refreshToken,
    ),
    marketplaceIds: marketplaces.map(({ id }) => id),
    cursor: row.cursor,
    lastSyncAt: row.lastSyncAt,
    cutOverAt: row.store.cutOverAt,
    subscriptionId: row.store.subscriptionId,
    authorisation: row.store.authorisation,
  };
}
