import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { TemplateVariables } from "@heed/core/template/template";
import { and, desc, eq } from "drizzle-orm";
import { order, orderItem } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface PreviewOrder {
  readonly ref: string;
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly variables: TemplateVariables;
}

export interface PreviewScope {
  readonly storeId: string | "all";
  readonly ref?: string;
}

const MOST = 20;

/** Real orders with the values that a text may speak of. */
export async function previewOrders(tx: TenantDb, { storeId, ref }: PreviewScope): Promise<PreviewOrder[]> {
  const rows = await tx.sql
    .select({
      ref: order.id,
      orderId: order.orderId,
      marketplaceId: order.marketplaceId,
      items: orderItem.items,
      storeName: store.name,
    })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .innerJoin(store, and(eq(store.tenantId, order.tenantId), eq(store.id, order.storeId)))
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        storeId === "all" ? undefined : eq(order.storeId, storeId),
        ref === undefined ? undefined : eq(order.id, ref),
      ),
    )
    .orderBy(desc(order.purchasedAt), desc(order.id))
    .limit(MOST);
  return rows.map(({ items, storeName, ...row }) => {
    const place = marketplaceById(row.marketplaceId);
    return {
      ...row,
      variables: {
        order: { id: row.orderId, items: items.map(({ title, quantity }) => ({ title, quantity })) },
        store: { name: storeName },
        marketplace: { name: place?.name ?? "Amazon", domain: place?.domain ?? "amazon.com" },
      },
    };
  });
}
