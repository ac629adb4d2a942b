import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { planOrder } from "@heed/core/flow/plan-order";
import type { Lane } from "@heed/core/message/message";
import type { StoreFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gt } from "drizzle-orm";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { orderFromRow } from "./order-rows.ts";
import { storeFacts } from "./store-facts.ts";

/** What the built-in flow would do with the orders that are here, counted by the planner itself. */
export interface FirstFlowCounts {
  /** Orders of the last 60 days that were looked at. */
  readonly orders: number;
  /** True where there are more orders than were looked at. */
  readonly more: boolean;
  /** Whose window is still open: these would be asked, by lane. */
  readonly planned: Readonly<Partial<Record<Lane, number>>>;
  /** Why the others would not, most frequent first. */
  readonly refused: readonly { readonly rule: string; readonly count: number }[];
}

/** No window is older; and a person waits for the answer. */
export const LOOK_BACK = { hours: 24 * 60 };
const MOST_ORDERS = 5_000;

export async function countFirstFlow(
  tx: TenantDb,
  { storeId, now }: { readonly storeId: string; readonly now: Instant },
): Promise<FirstFlowCounts> {
  const since = now.subtract(LOOK_BACK);
  const store = { ...(await storeFacts(tx, storeId)), cutOverAt: since };
  const rows = await recentOrders(tx, { storeId, since });
  const planned: Partial<Record<Lane, number>> = {};
  const refused = new Map<string, number>();
  for (const row of rows.slice(0, MOST_ORDERS)) {
    const verdict = planOne(row, store, now);
    if ("lane" in verdict) planned[verdict.lane] = (planned[verdict.lane] ?? 0) + 1;
    else refused.set(verdict.rule, (refused.get(verdict.rule) ?? 0) + 1);
  }
  return {
    orders: Math.min(rows.length, MOST_ORDERS),
    more: rows.length > MOST_ORDERS,
    planned,
    refused: [...refused].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count),
  };
}

type Row = Awaited<ReturnType<typeof recentOrders>>[number];

function recentOrders(tx: TenantDb, { storeId, since }: { storeId: string; since: Instant }) {
  return tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), gt(order.purchasedAt, since)))
    .orderBy(desc(order.purchasedAt), desc(order.id))
    .limit(MOST_ORDERS + 1);
}

function planOne({ order: row, items }: Row, store: StoreFacts, now: Instant): { lane: Lane } | { rule: string } {
  const result = planOrder({
    order: orderFromRow(row, items),
    store,
    repeatBuyer: row.repeatBuyer,
    aliasKnown: row.alias !== null,
    flows: [REVIEW_REQUEST_FLOW],
    known: [],
    now,
  });
  const [message] = result.messages;
  return message === undefined ? { rule: result.decisions[0]?.rule ?? "unknown" } : { lane: message.lane };
}
