import type { Instant } from "@heed/core/time";
import { inArray, lt, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
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

/** Senders repeat a delivery for days, not for weeks. */
const KEPT = { hours: 24 * 30 };

/** Forgets old deliveries. @returns how many; fewer than `limit` means that none is left */
export async function purgeDeliveries(db: Db, { now, limit }: { now: Instant; limit: number }): Promise<number> {
  const place = sql`ctid`;
  const old = db
    .select({ place })
    .from(webhookReceipt)
    .where(lt(webhookReceipt.receivedAt, now.subtract(KEPT)))
    .limit(limit);
  const rows = await db.delete(webhookReceipt).where(inArray(place, old)).returning({ source: webhookReceipt.source });
  return rows.length;
}
