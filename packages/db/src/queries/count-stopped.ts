import { and, eq, inArray, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { orderItem } from "../schema/order.ts";
import { clientStore } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface PlannedCount {
  readonly planned: number;
  /** Of those, the ones that the brake would hold. */
  readonly held: number;
}

export interface HeldBy {
  readonly storeId: string | "all";
  /** Only the stores of this client. */
  readonly clientId?: string | null;
  readonly item: { readonly sku: string } | { readonly asin: string } | null;
}

/** How many messages are planned, and how many of them are about an item; without an item a brake holds all. */
export async function countHeld(tx: TenantDb, { storeId, clientId = null, item }: HeldBy): Promise<PlannedCount> {
  const mine = and(
    eq(message.tenantId, tx.tenantId),
    eq(message.state, "planned"),
    storeId === "all" ? undefined : eq(message.storeId, storeId),
    clientId === null ? undefined : inArray(message.storeId, storesOfClient(tx, clientId)),
  );
  const [all] = await tx.sql.select({ count: sql<string>`count(*)` }).from(message).where(mine);
  const planned = Number(all?.count ?? 0);
  if (item === null) return { planned, held: planned };
  const [about] = await tx.sql
    .select({ count: sql<string>`count(*)` })
    .from(message)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, message.tenantId), eq(orderItem.orderRef, message.orderRef)))
    .where(and(mine, sql`${orderItem.items} @> ${JSON.stringify([item])}::jsonb`));
  return { planned, held: Number(about?.count ?? 0) };
}

function storesOfClient(tx: TenantDb, clientId: string) {
  return tx.sql
    .select({ id: clientStore.storeId })
    .from(clientStore)
    .where(and(eq(clientStore.tenantId, tx.tenantId), eq(clientStore.clientId, clientId)));
}
