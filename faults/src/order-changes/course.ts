import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import { deliveryByArrival } from "@heed/core/order/estimate-delivery";
import type { IncomingOrder, Order } from "@heed/core/order/order";
import { Temporal } from "@heed/core/time";
import type { OrderFact } from "@heed/db/commands/waiting-facts";
import { seededRandom } from "../random.ts";

export const NOW = Temporal.Instant.from("2026-03-10T12:00:00Z");
export const EVENTS_OF_AN_ORDER = 6;

/** One change of an order, as one of its sources tells it. */
export type Change =
  | { readonly kind: "order"; readonly incoming: IncomingOrder }
  | { readonly kind: "fact"; readonly fact: OrderFact };

/**
 * The six changes of an order in one course of events: placed, shipped with a window, another window, the shipments report,
 * a notification with a status, and what became of it.
 */
export function courseOf(seed: number, orderId: string): readonly Change[] {
  const random = seededRandom(seed);
  const hours = (from: number, to: number) => from + random.below(to - from);
  const placed = NOW.subtract({ hours: hours(100, 200) });
  const shipped = placed.add({ hours: hours(5, 40) });
  const window = (days: number) => ({
    earliest: shipped.add({ hours: 24 * days }),
    latest: shipped.add({ hours: 24 * days + hours(24, 72) }),
    estimated: false,
  });
  const base = orderAt(orderId, placed);
  const sent = { status: "SHIPPED", shippedAt: shipped, items: [item(true)] } as const;
  const first: Order = { ...base, ...sent, lastUpdatedAt: shipped, delivery: window(hours(2, 4)) };
  const second: Order = {
    ...first,
    lastUpdatedAt: shipped.add({ hours: hours(2, 20) }),
    delivery: window(hours(4, 7)),
  };
  const report: Order = {
    ...base,
    ...sent,
    source: "shipments_report",
    lastUpdatedAt: shipped,
    programs: [],
    serviceLevel: null,
    delivery: deliveryByArrival(shipped.add({ hours: hours(48, 96) })),
  };
  const alias = `course${seed}x${orderId.slice(4, 11)}@marketplace.amazon.com`;
  const status = random.below(10) < 3 ? "CANCELLED" : "SHIPPED";
  return [
    asOrder(base),
    asOrder(first),
    asOrder(second),
    { kind: "order", incoming: { order: report, alias, aliasSource: "shipments_report" } },
    { kind: "fact", fact: { orderId, statusNews: { value: status, at: NOW.subtract({ hours: hours(1, 90) }) } } },
    { kind: "fact", fact: aftermath(orderId, random.below(100)) },
  ];
}

const asOrder = (order: Order): Change => ({ kind: "order", incoming: { order, alias: null, aliasSource: null } });

function aftermath(orderId: string, draw: number): OrderFact {
  if (draw < 25) return { orderId, cancelRequestedAt: NOW.subtract({ hours: 3 }) };
  return draw < 60 ? { orderId, returnedAt: NOW.subtract({ hours: 4 }) } : { orderId, feedbackRating: 2 };
}

function orderAt(orderId: string, placed: Temporal.Instant): Order {
  return {
    orderId,
    marketplaceId: "ATVPDKIKX0DER",
    channel: "amazon",
    fulfilledBy: "amazon",
    status: "UNSHIPPED",
    purchasedAt: placed,
    lastUpdatedAt: placed,
    shippedAt: null,
    delivery: null,
    programs: ["PRIME"],
    replacement: false,
    currency: "USD",
    totalMinor: 1999,
    serviceLevel: "STANDARD",
    items: [item(false)],
    source: "sync",
    aftermath: NO_AFTERMATH,
  };
}

function item(sent: boolean) {
  return {
    orderItemId: "10000000000001",
    sku: "CUP-1",
    asin: "B000000001",
    title: "Cup",
    quantity: 1,
    quantityShipped: sent ? 1 : 0,
    priceMinor: 1999,
    customized: false,
    buyerRequestedCancel: false,
  };
}

/** All orders of the numbers below `count`. */
export function permutations(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((shorter) =>
    Array.from({ length: count }, (_, place) => [...shorter.slice(0, place), count - 1, ...shorter.slice(place)]),
  );
}
