import type { Instant } from "@heed/core/time";
import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import { orderFromRow } from "../queries/order-rows.ts";
import { parseInstant } from "../schema/columns.ts";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { takeIngestTurn } from "./ingest-orders.ts";
import { planOrders } from "./plan-orders.ts";

/** No window is open longer after the purchase: a slow delivery, and thirty days. */
const OLDEST = { hours: 24 * 75 };
const BATCH = 500;

export interface ReplanInput {
  /** In the order of their ids. */
  readonly storeIds: readonly string[];
  /** Where the batch before ended; null begins. */
  readonly after: string | null;
  readonly now: Instant;
  readonly repin: string | null;
  readonly pullForward: boolean;
  readonly spread: number;
}

export interface ReplannedBatch {
  readonly done: number;
  /** Null: through. */
  readonly after: string | null;
  readonly spread: number;
}

/** Plans the next orders anew, the oldest first, whose windows close first; one batch is one transaction. */
export async function replanBatch(tx: TenantDb, input: ReplanInput): Promise<ReplannedBatch> {
  const place = readPlace(input);
  if (place === null) return { done: 0, after: null, spread: input.spread };
  await takeIngestTurn(tx, place.storeId);
  const rows = await nextOrders(tx, place, input.now);
  const last = rows.at(-1);
  const planned = await planOrders(tx, {
    storeId: place.storeId,
    now: input.now,
    orders: rows.map(({ order: row, items }) => ({
      id: row.id,
      order: orderFromRow(row, items),
      aliasKnown: row.alias !== null,
      repeatBuyer: row.repeatBuyer,
    })),
    spread: { index: input.spread },
    pullForward: input.pullForward,
    ...(input.repin === null ? {} : { repin: input.repin }),
  });
  const spread = input.spread + planned.spread;
  if (last !== undefined && rows.length === BATCH) {
    return { done: rows.length, after: `${place.storeId} ${last.order.purchasedAt} ${last.order.id}`, spread };
  }
  const next = input.storeIds.find((id) => id > place.storeId) ?? null;
  return { done: rows.length, after: next, spread };
}

/** How many orders the job will look at. */
export async function countReplanned(tx: TenantDb, storeIds: readonly string[], now: Instant): Promise<number> {
  if (storeIds.length === 0) return 0;
  const [row] = await tx.sql
    .select({ count: sql<string>`count(*)` })
    .from(order)
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        inArray(order.storeId, [...storeIds]),
        gte(order.purchasedAt, now.subtract(OLDEST)),
      ),
    );
  return Number(row?.count ?? 0);
}

interface BatchPlace {
  readonly storeId: string;
  readonly purchasedAt: Instant | null;
  readonly id: string | null;
}

function readPlace({ after, storeIds }: ReplanInput): BatchPlace | null {
  const [storeId = storeIds[0], purchasedAt, id] = after?.split(" ") ?? [];
  if (storeId === undefined) return null;
  return { storeId, purchasedAt: purchasedAt === undefined ? null : parseInstant(purchasedAt), id: id ?? null };
}

function nextOrders(tx: TenantDb, { storeId, purchasedAt, id }: BatchPlace, now: Instant) {
  const oldest = now.subtract(OLDEST).toString();
  const from =
    purchasedAt === null || id === null
      ? sql`${order.purchasedAt} >= ${oldest}`
      : sql`(${order.purchasedAt}, ${order.id}) > (${purchasedAt.toString()}, ${id})`;
  return tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), from))
    .orderBy(asc(order.purchasedAt), asc(order.id))
    .limit(BATCH);
}
