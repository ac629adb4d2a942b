import type { Order } from "@heed/core/order/order";
import type { BuyerFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { order, orderItem } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { orderActions } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import { buyerFacts } from "./buyer-facts.ts";
import { orderFromRow } from "./order-rows.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

/** An order as a person who writes about it needs it. */
export interface TypedOrder {
  readonly ref: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly order: Order;
  readonly buyer: BuyerFacts;
  /** Slots of the order's messages, in any state: a further message of the same kind takes a new one. */
  readonly slots: readonly string[];
  /** What Amazon said when it was asked last; null before. */
  readonly actions: ActionsSeen | null;
}

export interface ActionsSeen {
  readonly askedAt: Instant;
  readonly readAt: Instant | null;
  readonly names: readonly string[] | null;
  readonly locale: string | null;
  readonly problem: (typeof orderActions.$inferSelect)["problem"];
}

/** @returns null where this tenant, or this store, has no such order */
export async function typedOrder(
  tx: TenantDb,
  { storeId, ref }: { readonly storeId: StoreChoice; readonly ref: string },
): Promise<TypedOrder | null> {
  const [row] = await tx.sql
    .select({ order, items: orderItem.items, storeName: store.name, actions: orderActions })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .innerJoin(store, and(eq(store.tenantId, order.tenantId), eq(store.id, order.storeId)))
    .leftJoin(orderActions, and(eq(orderActions.tenantId, order.tenantId), eq(orderActions.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.id, ref), inStore(order.storeId, storeId)));
  if (row === undefined) return null;
  return {
    ref,
    storeId: row.order.storeId,
    storeName: row.storeName,
    order: orderFromRow(row.order, row.items),
    buyer: await buyerFacts(tx, row.order),
    slots: await slotsOf(tx, ref),
    actions: row.actions && seen(row.actions),
  };
}

function seen({ askedAt, readAt, actions: names, locale, problem }: typeof orderActions.$inferSelect): ActionsSeen {
  return { askedAt, readAt, names, locale, problem };
}

async function slotsOf(tx: TenantDb, ref: string): Promise<string[]> {
  const rows = await tx.sql
    .select({ slot: message.slot })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.orderRef, ref)));
  return rows.map(({ slot }) => slot);
}
