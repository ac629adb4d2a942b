import type { Purpose } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, desc, eq } from "drizzle-orm";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { task } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import type { OrderLink } from "./notices.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface TaskRow {
  readonly id: string;
  readonly at: Instant;
  readonly storeName: string;
  readonly order: OrderLink;
  readonly purpose: Purpose;
  readonly state: "open" | "done" | "dropped";
  readonly closedAt: Instant | null;
}

/** Newest first; open ones have no end that a page would need, closed ones are cut. */
export async function listTasks(
  tx: TenantDb,
  { storeId, open, limit }: { readonly storeId: StoreChoice; readonly open: boolean; readonly limit: number },
): Promise<TaskRow[]> {
  const rows = await tx.sql
    .select({ task, storeName: store.name, orderId: order.orderId, marketplaceId: order.marketplaceId })
    .from(task)
    .innerJoin(order, and(eq(order.tenantId, task.tenantId), eq(order.id, task.orderRef)))
    .innerJoin(store, and(eq(store.tenantId, task.tenantId), eq(store.id, task.storeId)))
    .where(
      and(eq(task.tenantId, tx.tenantId), inStore(task.storeId, storeId), open ? eq(task.state, "open") : undefined),
    )
    .orderBy(desc(task.createdAt), desc(task.id))
    .limit(limit);
  return rows.map(({ task: row, storeName, orderId, marketplaceId }) => ({
    ...{ id: row.id, at: row.createdAt, storeName, purpose: row.purpose, state: row.state, closedAt: row.closedAt },
    order: { ref: row.orderRef, orderId, marketplaceId },
  }));
}
