import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { Order } from "@heed/core/order/order";
import { type Instant, Temporal } from "@heed/core/time";

export interface OrdersInput {
  readonly count: number;
  readonly seed: number;
  readonly now: Instant;
}

/** US, DE, JP, UK, BR: zones with and without daylight saving. */
const MARKETPLACES = ["ATVPDKIKX0DER", "A1PA6795UKMFR9", "A1VC38T7YXB528", "A1F83G8C2ARO7P", "A2Q3Y263D00KWC"];
const HOUR = 3_600_000;

/** Shipped orders whose request is still ahead; the same for the same seed. */
export function benchOrders({ count, seed, now }: OrdersInput): Order[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => makeOrder({ index, random, now }));
}

function makeOrder({ index, random, now }: { index: number; random: () => number; now: Instant }): Order {
  const before = (hours: number) =>
    Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds - Math.round(hours * HOUR));
  const age = 24 + random() * 240;
  const quantity = 1 + Math.floor(random() * 3);
  return {
    orderId: `111-${String(1_000_000 + index)}-${String(1_000_000 + Math.floor(random() * 8_999_999))}`,
    marketplaceId: MARKETPLACES[index % MARKETPLACES.length] ?? "ATVPDKIKX0DER",
    channel: "amazon",
    fulfilledBy: index % 3 === 0 ? "merchant" : "amazon",
    status: "SHIPPED",
    purchasedAt: before(age + 20),
    lastUpdatedAt: before(age),
    shippedAt: before(age),
    delivery: { earliest: before(age - 48), latest: before(age - 96), estimated: false },
    programs: index % 2 === 0 ? ["PRIME"] : [],
    replacement: false,
    currency: "USD",
    totalMinor: 1_999 * quantity,
    serviceLevel: "STANDARD",
    items: [
      {
        orderItemId: String(10_000_000_000_000 + index),
        sku: `SKU-${index % 97}`,
        asin: `B0${String(10_000_000 + (index % 97))}`,
        title: "Stainless steel water bottle, 750 ml, with two lids and a carrying loop",
        quantity,
        quantityShipped: quantity,
        priceMinor: 1_999 * quantity,
        customized: false,
        buyerRequestedCancel: false,
      },
    ],
    source: "sync",
    aftermath: NO_AFTERMATH,
  };
}

/** Mulberry32: small, fast, and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
