import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import { store, storeMarketplace, syncCursor } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface StoreSummary {
  readonly id: string;
  readonly name: string;
  readonly region: "NA" | "EU" | "FE";
  readonly sellerId: string;
  readonly marketplaces: readonly StoreMarketplace[];
  readonly paused: boolean;
  readonly dryRun: boolean;
  /** Complaints or bounces stopped its sender; a person lets it go on. */
  readonly senderStopped: boolean;
  /** Amazon restricted it: the e-mail lane pauses until that is lifted. */
  readonly restricted: boolean;
  readonly authorisation: "active" | "revoked" | "disconnected";
  readonly lastSyncAt: Instant | null;
  readonly lastError: string | null;
}

export interface StoreMarketplace {
  readonly marketplaceId: string;
  readonly emailLane: boolean;
  readonly senderState: "not_proven" | "receiving" | "proven";
  readonly canary: "due" | "sent" | "passed" | "rejected" | null;
}

/** The stores that this access shows, by name. */
export async function listStores(tx: TenantDb): Promise<StoreSummary[]> {
  const { id, name, region, sellerId, paused, dryRun, restrictedAt, authorisation, senderStoppedAt } = store;
  const { lastSyncAt, lastError } = syncCursor;
  const rows = await tx.sql
    .select({
      ...{ id, name, region, sellerId, paused, dryRun, restrictedAt, authorisation, senderStoppedAt },
      ...{ lastSyncAt, lastError },
    })
    .from(store)
    .leftJoin(syncCursor, and(eq(syncCursor.tenantId, store.tenantId), eq(syncCursor.storeId, store.id)))
    .where(eq(store.tenantId, tx.tenantId))
    .orderBy(asc(name), asc(id));
  const marketplaces = await marketplacesByStore(tx);
  return rows.map(({ restrictedAt: since, senderStoppedAt: stoppedAt, ...row }) => ({
    ...{ ...row, restricted: since !== null, senderStopped: stoppedAt !== null },
    marketplaces: marketplaces.get(row.id) ?? [],
  }));
}

/** @throws AppError NOT_FOUND */
export async function getStore(tx: TenantDb, storeId: string): Promise<StoreSummary> {
  const found = (await listStores(tx)).find(({ id }) => id === storeId);
  if (found === undefined) throw new AppError("NOT_FOUND", "This store does not exist here.");
  return found;
}

async function marketplacesByStore(tx: TenantDb): Promise<Map<string, StoreMarketplace[]>> {
  const { storeId, marketplaceId, emailLane, senderState, canary } = storeMarketplace;
  const rows = await tx.sql
    .select({ storeId, marketplaceId, emailLane, senderState, canary })
    .from(storeMarketplace)
    .where(eq(storeMarketplace.tenantId, tx.tenantId))
    .orderBy(asc(marketplaceId));
  const byStore = new Map<string, StoreMarketplace[]>();
  for (const { storeId: of, ...row } of rows) byStore.set(of, [...(byStore.get(of) ?? []), row]);
  return byStore;
}
