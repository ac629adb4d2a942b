import { AppError } from "@heed/core/errors";
import { and, desc, eq } from "drizzle-orm";
import { address } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

/**
 * Local part of the store's sender address: the marketplace's own where there is one, else the store's.
 * @throws AppError PRECONDITION_FAILED when the store has none
 */
export async function senderLocalPart(
  tx: TenantDb,
  { storeId, marketplaceId }: { storeId: string; marketplaceId: string },
): Promise<string> {
  const [row] = await tx.sql
    .select({ localPart: address.localPart })
    .from(address)
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.storeId, storeId), eq(address.kind, "sender")))
    .orderBy(desc(eq(address.marketplaceId, marketplaceId)), address.id)
    .limit(1);
  if (row === undefined) throw new AppError("PRECONDITION_FAILED", "The store has no sender address.");
  return row.localPart;
}
