import { AppError } from "@heed/core/errors";
import { and, eq } from "drizzle-orm";
import { address } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

/**
 * Local part of the sender address of a store in a marketplace.
 * @throws AppError PRECONDITION_FAILED when the store has none there
 */
export async function senderLocalPart(
  tx: TenantDb,
  { storeId, marketplaceId }: { storeId: string; marketplaceId: string },
): Promise<string> {
  const [row] = await tx.sql
    .select({ localPart: address.localPart })
    .from(address)
    .where(
      and(
        eq(address.tenantId, tx.tenantId),
        eq(address.storeId, storeId),
        eq(address.marketplaceId, marketplaceId),
        eq(address.kind, "sender"),
      ),
    );
  if (row === undefined)
    throw new AppError("PRECONDITION_FAILED", "The store has no sender address for this marketplace.");
  return row.localPart;
}
