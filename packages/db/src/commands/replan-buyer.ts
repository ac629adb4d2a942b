import type { Instant } from "@heed/core/time";
import { and, desc, eq } from "drizzle-orm";
import { orderFromRow } from "../queries/order-rows.ts";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { planOrders } from "./plan-orders.ts";

/** A buyer's newest orders; older ones have left every window. */
const MOST = 50;

/** Plans the orders of a buyer anew, once nothing stands against writing to them any more. */
export async function replanBuyer(
  tx: TenantDb,
  { storeId, buyerKey, now }: { readonly storeId: string; readonly buyerKey: Uint8Array; readonly now: Instant },
): Promise<number> {
  const rows = await tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.buyerKey, buyerKey)))
    .orderBy(desc(order.purchasedAt))
    .limit(MOST);
  const orders = rows.map(({ order: row, items }) => ({
    id: row.id,
    order: orderFromRow(row, items),
    aliasKnown: row.alias !== null,
    repeatBuyer: row.repeatBuyer,
  }));
  const { inserted } = await planOrders(tx, { storeId, orders, now });
  return inserted;
}
