import type { Order } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { and, eq, exists, inArray, isNotNull, not, sql } from "drizzle-orm";
import { suppression } from "../schema/notice.ts";
import { aliasAge, order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface EraseInput {
  readonly now: Instant;
  /** Rows in one go. */
  readonly limit: number;
}

const KEPT_DAYS = { hours: 24 * 30 };

/** Whether the alias of an order may be stored at that time: the same rule as `aliasAge`, for one that comes in. */
export function keepsAlias({ delivery, shippedAt, lastUpdatedAt }: Order, now: Instant): boolean {
  const from = delivery?.latest ?? delivery?.earliest ?? shippedAt ?? lastUpdatedAt;
  return from.add(KEPT_DAYS).epochMilliseconds > now.epochMilliseconds;
}

/**
 * Erases the aliases of orders that were delivered 30 days ago (DESIGN §4), and with them the buyers' keys; the key of
 * a buyer who is suppressed stays, so that the refusal is still honoured.
 * @returns how many aliases went; fewer than `limit` means that none is left
 */
export async function eraseAliases(tx: TenantDb, { now, limit }: EraseInput): Promise<number> {
  const old = tx.sql
    .select({ id: order.id })
    .from(order)
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        isNotNull(order.alias),
        sql`${aliasAge} <= ${now.subtract(KEPT_DAYS)}::timestamptz`,
      ),
    )
    .limit(limit);
  const suppressed = tx.sql
    .select({ id: suppression.id })
    .from(suppression)
    .where(
      and(
        eq(suppression.tenantId, order.tenantId),
        eq(suppression.storeId, order.storeId),
        eq(suppression.buyerKey, order.buyerKey),
      ),
    );
  const rows = await tx.sql
    .update(order)
    .set({ alias: null })
    .where(and(eq(order.tenantId, tx.tenantId), inArray(order.id, old)))
    .returning({ id: order.id });
  if (rows.length === 0) return 0;
  await tx.sql
    .update(order)
    .set({ buyerKey: null, buyerKeyId: null })
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        inArray(
          order.id,
          rows.map(({ id }) => id),
        ),
        not(exists(suppressed)),
      ),
    );
  return rows.length;
}
