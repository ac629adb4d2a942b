import type { Temporal } from "@heed/core/time";
import { DATASETS, orderJson } from "@heed/sandbox/amazon/order-json";
import { orderAt } from "@heed/sandbox/world/order-at";
import type { WorldOrder } from "@heed/sandbox/world/types";

const SELLER = "A1BENCH";
const US = "ATVPDKIKX0DER";
const HOURS_A_DAY = 24;

export interface PagesInput {
  readonly pages: number;
  /** Orders on each; Amazon gives at most 100. */
  readonly size: number;
  /** Numbers the orders; each run brings its own. */
  readonly from: number;
  readonly now: Temporal.Instant;
}

/** Pages of searchOrders 2026-01-01 as they come over the wire: shipped orders whose review request is still ahead. */
export function orderPages({ pages, size, from, now }: PagesInput): Buffer[] {
  return Array.from({ length: pages }, (_, page) =>
    Buffer.from(
      JSON.stringify({
        orders: Array.from({ length: size }, (__, index) => rawOrder(from + page * size + index, now)),
        pagination: { nextToken: `page-${page + 1}` },
      }),
    ),
  );
}

function rawOrder(n: number, now: Temporal.Instant): Record<string, unknown> {
  const order = worldOrder(n, now);
  const moment = orderAt(order, now);
  if (moment === null) throw new Error("an order of the benchmark is not placed yet");
  return orderJson({ order, moment, included: new Set(DATASETS), restrictedRole: true });
}

/** Every third order is shipped by the seller, with the buyer's relay address; every fourth buyer comes again. */
function worldOrder(n: number, now: Temporal.Instant): WorldOrder {
  const before = (days: number) =>
    now.subtract({ minutes: Math.round(days * HOURS_A_DAY * 60) + (n % 600) }).toString();
  const digits = String(n).padStart(7, "0");
  return {
    orderId: `114-${digits}-${digits}`,
    ...{ sellerId: SELLER, marketplaceId: US, currency: "USD", channel: "amazon" },
    alias: `bench${String(n - (n % 4)).padStart(9, "0")}@marketplace.amazon.com`,
    fulfilledBy: n % 3 === 0 ? "merchant" : "amazon",
    ...{ serviceLevel: "STANDARD", programs: n % 2 === 0 ? ["PRIME"] : [], replacementOf: null },
    items: [
      {
        ...{ orderItemId: String(10_000_000_000_000 + n), sku: `SKU-${n % 97}`, asin: `B0${10_000_000 + (n % 97)}` },
        title: "Stainless steel water bottle, 750 ml, with two lids and a carrying loop",
        ...{ quantity: 1 + (n % 3), unitPrice: "19.99", customized: false, buyerRequestedCancel: false },
      },
    ],
    changes: [
      { at: before(5), status: "PENDING" },
      { at: before(4.9), status: "UNSHIPPED" },
      { at: before(4), status: "SHIPPED" },
    ],
    shipBy: { earliest: before(5), latest: before(4) },
    deliverBy: { earliest: before(2), latest: before(1) },
    deliveredAt: null,
  };
}
