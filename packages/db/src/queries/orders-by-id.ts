import type { Order } from "@heed/core/order/order";
import { and, eq, inArray } from "drizzle-orm";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { orderFromRow } from "./order-rows.ts";

/** Stored orders of a store by Amazon's ids. */
export async function ordersById(
  tx: TenantDb,
  { storeId, orderIds }: { readonly storeId: string; readonly orderIds: readonly string[] },
): Promise<Map<string, Order>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.orderId, [...orderIds])));
  return new Map(rows.map(({ order: row, items }) => [row.orderId, orderFromRow(row, items)]));
}

/** Our ids of stored orders, by Amazon's. */
export async function orderRefsById(
  tx: TenantDb,
  { storeId, orderIds }: { readonly storeId: string; readonly orderIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await tx.sql
    .select({ orderId: order.orderId, id: order.id })
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.orderId, [...orderIds])));
  return new Map(rows.map((row) => [row.orderId, row.id]));
}
