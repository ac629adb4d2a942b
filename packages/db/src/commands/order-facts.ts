import { joinAftermath } from "@heed/core/order/aftermath";
import type { IncomingOrder, Order } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { ordersById } from "../queries/orders-by-id.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { ingestOrders, takeIngestTurn } from "./ingest-orders.ts";
import { orderWithNews } from "./order-with-news.ts";
import { aftermathOf, keepFacts, type OrderFact } from "./waiting-facts.ts";

export interface NoteFacts {
  readonly storeId: string;
  readonly facts: readonly OrderFact[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

export interface NotedFacts {
  /** Orders that were changed, and with them their plan. */
  readonly changed: number;
  /** Orders that have not come in yet: what was told waits for them. */
  readonly unknown: number;
}

/**
 * Writes what became of orders, in any order and repeatedly: stored orders change (and are planned again), the rest
 * waits until sync brings the order. Sync, imports and this take turns per store, so that no fact falls between them.
 */
export async function noteOrderFacts(tx: TenantDb, input: NoteFacts): Promise<NotedFacts> {
  const facts = joined(input.facts);
  if (facts.size === 0) return { changed: 0, unknown: 0 };
  await takeIngestTurn(tx, input.storeId);
  const stored = await ordersById(tx, { storeId: input.storeId, orderIds: [...facts.keys()] });
  const unknown = [...facts.values()].filter(({ orderId }) => !stored.has(orderId));
  await keepFacts(tx, { ...input, facts: unknown });
  const incoming = [...stored.values()].map((order) => withNews(order, facts.get(order.orderId)));
  const { changed } = await ingestOrders(tx, { ...input, incoming });
  return { changed, unknown: unknown.length };
}

function joined(facts: readonly OrderFact[]): Map<string, OrderFact> {
  const byId = new Map<string, OrderFact>();
  for (const fact of facts) {
    const before = byId.get(fact.orderId);
    byId.set(fact.orderId, before === undefined ? fact : both(before, fact));
  }
  return byId;
}

function both(one: OrderFact, other: OrderFact): OrderFact {
  return { ...joinAftermath(aftermathOf(one), aftermathOf(other)), orderId: one.orderId };
}

function withNews(order: Order, fact: OrderFact | undefined): IncomingOrder {
  return { order: fact === undefined ? order : orderWithNews(order, fact), alias: null, aliasSource: null };
}
