import type { Lane, MessageState } from "@heed/core/message/message";
import type { AliasSource, DeliveryWindow, Order, OrderItem } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { BUCKETS, decision, message } from "../schema/message.ts";
import { order, orderItem } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import type { Cursor } from "./keyset.ts";
import { type NoticeRow, noticesOfOrder } from "./notices.ts";
import { type OrderListInput, orderRefs } from "./order-list-refs.ts";
import { orderFromRow } from "./order-rows.ts";
import { type OrderDecision, type OrderMessage, orderDecisions, orderMessages } from "./order-time-line.ts";
import { inStore, type StoreChoice, storeCondition } from "./store-filter.ts";

export interface OrderRow {
  /** Our id; `orderId` is Amazon's. */
  readonly ref: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId: string;
  readonly purchasedAt: Instant;
  readonly delivery: DeliveryWindow | null;
  readonly programs: readonly string[];
  readonly fulfilledBy: Order["fulfilledBy"];
  readonly channel: Order["channel"];
  readonly status: Order["status"];
  readonly replacement: boolean;
  /** The newest one. */
  readonly message: OrderRowMessage | null;
  /** Why nothing was planned, where there is no message. */
  readonly verdictRule: string | null;
}

export interface OrderRowMessage {
  readonly id: string;
  readonly state: MessageState;
  readonly lane: Lane;
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
  readonly endRule: string | null;
}

export interface OrderDetail {
  readonly row: OrderRow;
  readonly items: readonly OrderItem[];
  readonly shippedAt: Instant | null;
  readonly lastUpdatedAt: Instant;
  readonly createdAt: Instant;
  readonly aliasSource: AliasSource | null;
  readonly repeatBuyer: boolean;
  readonly source: Order["source"];
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly serviceLevel: string | null;
  readonly messages: readonly OrderMessage[];
  /** Oldest first. */
  readonly decisions: readonly OrderDecision[];
  readonly notices: readonly NoticeRow[];
}

export interface OrderPage {
  readonly orders: readonly OrderRow[];
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
}

/** Newest bought first. */
export async function listOrders(tx: TenantDb, input: OrderListInput): Promise<OrderPage> {
  const page = await orderRefs(tx, input);
  const rows = await orderRows(
    tx,
    page.rows.map(({ id }) => id),
  );
  const byRef = new Map(rows.map((row) => [row.ref, row]));
  const orders = page.rows.flatMap(({ id }) => byRef.get(id) ?? []);
  return { orders, newer: page.newer, older: page.older };
}

export type OrderCounts = Readonly<Record<"all" | (typeof BUCKETS)[number], number>>;

/** Counts stop here, so that they cost the same in every workspace; a page shows "5,000+". */
export const COUNT_LIMIT = 5000;

export async function orderCounts(tx: TenantDb, { storeId }: { storeId: StoreChoice }): Promise<OrderCounts> {
  const ofBucket = (bucket: string) => sql`(select count(*) from (
      select 1 from message c where c.tenant_id = ${tx.tenantId} and ${storeCondition("c.store_id", storeId)}
        and c.bucket = ${bucket} and c.newest limit ${COUNT_LIMIT}) x) as ${sql.identifier(bucket)}`;
  const buckets = sql.join(BUCKETS.map(ofBucket), sql`, `);
  const [row] = await tx.sql.execute<Record<keyof OrderCounts, number>>(sql`
    select (select count(*) from (select 1 from "order" o
      where o.tenant_id = ${tx.tenantId} and ${storeCondition("o.store_id", storeId)} limit ${COUNT_LIMIT}) x) as "all", ${buckets}`);
  return row ?? { all: 0, waiting: 0, sent: 0, reached: 0, refused: 0, needs_you: 0 };
}

export interface OrderAsk {
  readonly storeId: StoreChoice;
  /** Our id or Amazon's; one of them. */
  readonly ref?: string | undefined;
  readonly orderId?: string | undefined;
}

/** An order with all that happened to it; null where this tenant, or this store, has no such order. */
export async function getOrder(tx: TenantDb, { storeId, ref, orderId }: OrderAsk): Promise<OrderDetail | null> {
  const which = ref === undefined ? eq(order.orderId, orderId ?? "") : eq(order.id, ref);
  const [found] = await tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .leftJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), which, inStore(order.storeId, storeId)))
    .limit(1);
  const [row] = found === undefined ? [] : await orderRows(tx, [found.order.id]);
  if (found === undefined || row === undefined) return null;
  const { shippedAt, lastUpdatedAt, createdAt, aliasSource, repeatBuyer, source } = found.order;
  const { totalMinor, currency, serviceLevel } = found.order;
  return {
    row,
    items: found.items ?? [],
    ...{ shippedAt, lastUpdatedAt, createdAt, aliasSource, repeatBuyer, source, totalMinor, currency, serviceLevel },
    messages: await orderMessages(tx, row.ref),
    decisions: await orderDecisions(tx, row.ref),
    notices: await noticesOfOrder(tx, row.ref),
  };
}

async function orderRows(tx: TenantDb, refs: readonly string[]): Promise<OrderRow[]> {
  if (refs.length === 0) return [];
  const rows = await tx.sql
    .select({ order, storeName: store.name })
    .from(order)
    .innerJoin(store, and(eq(store.tenantId, order.tenantId), eq(store.id, order.storeId)))
    .where(and(eq(order.tenantId, tx.tenantId), inArray(order.id, [...refs])));
  const messages = await newestMessages(tx, refs);
  const rules = await notPlannedRules(
    tx,
    refs.filter((ref) => !messages.has(ref)),
  );
  return rows.map(({ order: columns, storeName }) => {
    const { orderId, marketplaceId, purchasedAt, delivery, programs, fulfilledBy, channel, status, replacement } =
      orderFromRow(columns, []);
    const { id: ref, storeId } = columns;
    return {
      ...{ ref, orderId, storeId, storeName, marketplaceId, purchasedAt, delivery, programs },
      ...{ fulfilledBy, channel, status, replacement },
      message: messages.get(ref) ?? null,
      verdictRule: rules.get(ref) ?? null,
    };
  });
}

async function newestMessages(tx: TenantDb, refs: readonly string[]): Promise<Map<string, OrderRowMessage>> {
  const { id, state, lane, dueAt, sentAt, endRule, orderRef } = message;
  const rows = await tx.sql
    .selectDistinctOn([orderRef], { orderRef, id, state, lane, dueAt, sentAt, endRule })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), inArray(orderRef, [...refs]), message.newest))
    .orderBy(asc(orderRef), desc(id));
  return new Map(rows.map(({ orderRef: ref, ...row }) => [ref, row]));
}

async function notPlannedRules(tx: TenantDb, refs: readonly string[]): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await tx.sql
    .selectDistinctOn([decision.orderRef], { ref: decision.orderRef, rule: decision.rule })
    .from(decision)
    .where(
      and(
        eq(decision.tenantId, tx.tenantId),
        inArray(decision.orderRef, [...refs]),
        eq(decision.verdict, "not_planned"),
      ),
    )
    .orderBy(asc(decision.orderRef), desc(decision.id));
  return new Map(rows.flatMap(({ ref, rule }) => (rule === null ? [] : [[ref, rule] as const])));
}
