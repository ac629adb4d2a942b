import { and, eq, inArray } from "drizzle-orm";
import { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

/** Orders by Amazon's ids, each with ours; what is not here is left out. */
export function findOrders(
  tx: TenantDb,
  { storeId, orderIds }: { readonly storeId: StoreChoice; readonly orderIds: readonly string[] },
): Promise<{ ref: string; orderId: string }[]> {
  return tx.sql
    .select({ ref: order.id, orderId: order.orderId })
    .from(order)
    .where(
      and(eq(order.tenantId, tx.tenantId), inArray(order.orderId, [...orderIds]), inStore(order.storeId, storeId)),
    );
}
