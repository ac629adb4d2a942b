import type { Instant } from "../time.ts";
import { currentStatus, joinAftermath } from "./aftermath.ts";
import { estimateDelivery, shipDateOf } from "./estimate-delivery.ts";
import type { DeliveryWindow, Order, OrderItem, OrderSource } from "./order.ts";
import { STATUS_MEANINGS } from "./order-status.ts";
import { sameOrder, sameWindow } from "./same-order.ts";

/** Which source knows an order best: Amazon's API, then the report with all orders, then the one with shipments. */
const SOURCE_RANK: Readonly<Record<OrderSource, number>> = { sync: 3, orders_report: 2, shipments_report: 1 };

/**
 * What to store after an order came in; null when nothing would change. Updates may come in any order and from
 * different sources:
 *
 * | field            | who wins                                                                              |
 * | status           | the newer by `lastUpdatedAt`, news of it included; at the same time the one further on   |
 * | items, money …   | the better source, then the newer; what it does not tell is kept                        |
 * | ship date        | the earliest ever seen                                                                |
 * | delivery window  | Amazon's own over an estimate, a source's estimate over ours, then the newer             |
 * | replacement      | once known, always                                                                    |
 * | aftermath        | each fact once known, always (aftermath.ts)                                            |
 */
export function mergeOrder(stored: Order | null, incoming: Order): Order | null {
  if (stored === null)
    return withDelivery({ ...incoming, status: statusOf(incoming), shippedAt: shipDateOf(incoming) });
  const merged = withDelivery(mergeFacts(stored, incoming));
  return sameOrder(stored, merged) ? null : merged;
}

function mergeFacts(stored: Order, incoming: Order): Order {
  const newer = isNewer(incoming, stored) ? incoming : stored;
  const older = newer === incoming ? stored : incoming;
  const better = betterSource(newer, older);
  const worse = better === newer ? older : newer;
  const aftermath = joinAftermath(stored.aftermath, incoming.aftermath);
  return {
    orderId: stored.orderId,
    marketplaceId: better.marketplaceId,
    channel: better.channel,
    fulfilledBy: better.fulfilledBy,
    status: currentStatus(newer.status, newer.lastUpdatedAt, aftermath.statusNews),
    purchasedAt: better.purchasedAt,
    lastUpdatedAt: newer.lastUpdatedAt,
    shippedAt: earliest(shipDateOf(stored), shipDateOf(incoming)),
    delivery: mergeDelivery(stored, incoming, newer),
    programs: better.programs.length > 0 ? better.programs : worse.programs,
    replacement: stored.replacement || incoming.replacement,
    currency: better.currency ?? worse.currency,
    totalMinor: better.totalMinor ?? worse.totalMinor,
    serviceLevel: better.serviceLevel ?? worse.serviceLevel,
    items: mergeItems(better.items, worse.items),
    source: better.source,
    aftermath,
  };
}

function statusOf({ status, lastUpdatedAt, aftermath }: Order): Order["status"] {
  return currentStatus(status, lastUpdatedAt, aftermath.statusNews);
}

function isNewer(incoming: Order, stored: Order): boolean {
  const [is, was] = [incoming.lastUpdatedAt.epochMilliseconds, stored.lastUpdatedAt.epochMilliseconds];
  if (is !== was) return is > was;
  return STATUS_MEANINGS[incoming.status].progress >= STATUS_MEANINGS[stored.status].progress;
}

function betterSource(newer: Order, older: Order): Order {
  return SOURCE_RANK[newer.source] >= SOURCE_RANK[older.source] ? newer : older;
}

/** An order without a window gets our estimate, made anew whenever its ship date becomes known. */
function withDelivery(order: Order): Order {
  return order.delivery === null ? { ...order, delivery: estimateDelivery(order) } : order;
}

function mergeDelivery(stored: Order, incoming: Order, newer: Order): DeliveryWindow | null {
  const [was, is] = [sourced(stored), sourced(incoming)];
  if (was === null || is === null) return was ?? is;
  if (was.estimated !== is.estimated) return was.estimated ? is : was;
  return newer === incoming ? is : was;
}

/** The window as a source told it; null when it is only our own estimate. */
function sourced(order: Order): DeliveryWindow | null {
  const { delivery } = order;
  return delivery?.estimated && sameWindow(delivery, estimateDelivery(order)) ? null : delivery;
}

function mergeItems(better: readonly OrderItem[], worse: readonly OrderItem[]): readonly OrderItem[] {
  if (better.length === 0) return worse;
  return better.map((item) => {
    const other = worse.find((candidate) => candidate.orderItemId === item.orderItemId);
    if (other === undefined) return item;
    const condition = item.condition ?? other.condition;
    const known = { asin: item.asin ?? other.asin, priceMinor: item.priceMinor ?? other.priceMinor };
    return condition == null ? { ...item, ...known } : { ...item, ...known, condition };
  });
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a.epochMilliseconds <= b.epochMilliseconds ? a : b;
}
