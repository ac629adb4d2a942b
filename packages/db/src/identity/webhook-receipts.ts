import type { Instant } from "@heed/core/time";
import { webhookReceipt } from "../schema/identity.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface Delivery {
  readonly source: string;
  readonly deliveryId: string;
  readonly now: Instant;
}

/**
 * Claims a delivery of a webhook in the transaction that does its work: true once, false for every repeat.
 * A second delivery at the same time waits for the first, and takes over if that one fails.
 */
export async function claimDelivery(tx: TenantDb, { source, deliveryId, now }: Delivery): Promise<boolean> {
  const rows = await tx.sql
    .insert(webhookReceipt)
    .values({ source, deliveryId, receivedAt: now, accepted: true })
    .onConflictDoNothing()
    .returning({ deliveryId: webhookReceipt.deliveryId });
  return rows.length === 1;
}
