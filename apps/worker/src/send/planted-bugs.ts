import { otherStore } from "@heed/db/queries/other-store";
import { loadStoreWork, type StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";

/**
 * Bugs on purpose, switched on by HEED_PLANT in demo mode only (env.ts refuses it in live), so that the checker can
 * prove that it finds each of them: a call that is left out, one that is made twice, one with another tenant's key.
 */
export function skipsCall({ plant }: Worker): boolean {
  return plant === "lost";
}

export function sendsTwice({ plant }: Worker): boolean {
  return plant === "double";
}

export async function plantedStore(
  worker: Worker,
  tenantId: string,
): Promise<{ tenantId: string; store: StoreWork } | null> {
  if (worker.plant !== "leak") return null;
  const other = await otherStore(worker.system, tenantId);
  if (other === null) return null;
  const store = await withTenant(worker.db, systemAccess(other.tenantId), (tx) =>
    loadStoreWork(tx, { storeId: other.storeId, ring: worker.ring }),
  );
  return { tenantId: other.tenantId, store };
}
