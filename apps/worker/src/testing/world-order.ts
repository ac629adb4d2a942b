import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Temporal } from "@heed/core/time";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import type { WorldBuyer, WorldOrder } from "@heed/sandbox/world/types";

const [us, eu, jp] = DEMO_STORES;

/** The demo's stores by country; the e-mail lane is on in the US only. */
export const PLACES = {
  us: { sellerId: us.sellerId, marketplaceId: "ATVPDKIKX0DER", domain: "amazon.com", locale: "en-US", currency: "USD" },
  de: { sellerId: eu.sellerId, marketplaceId: "A1PA6795UKMFR9", domain: "amazon.de", locale: "de-DE", currency: "EUR" },
  jp: {
    sellerId: jp.sellerId,
    marketplaceId: "A1VC38T7YXB528",
    domain: "amazon.co.jp",
    locale: "ja-JP",
    currency: "JPY",
  },
} as const;

export interface OrderWish {
  /** Makes the order id and, unless `alias` is given, the buyer. */
  readonly n: number;
  readonly place?: keyof typeof PLACES;
  /** The request falls due at this instant, or when the send hours open next. */
  readonly due: Temporal.Instant;
  readonly alias?: string;
  readonly title?: string;
}

/** The built-in flow asks seven local days after the latest delivery. */
function deliveredBefore(due: Temporal.Instant, marketplaceId: string): Temporal.Instant {
  const zone = marketplaceById(marketplaceId)?.timeZone ?? "UTC";
  return due.toZonedDateTimeISO(zone).subtract({ days: 7 }).toInstant();
}

export function orderIdOf(n: number): string {
  const digits = String(n).padStart(7, "0");
  return `701-${digits}-${digits}`;
}

export function aliasOf(n: number, place: keyof typeof PLACES = "us"): string {
  return `tst${String(n).padStart(11, "0")}@marketplace.${PLACES[place].domain}`;
}

/** A merchant-fulfilled order, shipped, whose review request falls due as wished. */
export function worldOrder({ n, place = "us", due, alias = aliasOf(n, place), title = "Cup" }: OrderWish): WorldOrder {
  const { sellerId, marketplaceId, currency } = PLACES[place];
  const latest = deliveredBefore(due, marketplaceId);
  const before = (days: number) => latest.subtract({ hours: 24 * days }).toString();
  return {
    orderId: orderIdOf(n),
    sellerId,
    marketplaceId,
    alias,
    channel: "amazon",
    fulfilledBy: "merchant",
    serviceLevel: "STANDARD",
    programs: [],
    replacementOf: null,
    currency,
    items: [
      {
        orderItemId: String(10_000_000_000_000 + n),
        sku: "CUP-1",
        asin: "B000000001",
        title,
        quantity: 1,
        unitPrice: "19",
        customized: false,
        buyerRequestedCancel: false,
      },
    ],
    changes: [
      { at: before(6), status: "PENDING" },
      { at: before(5), status: "UNSHIPPED" },
      { at: before(4), status: "SHIPPED" },
    ],
    shipBy: { earliest: before(5), latest: before(4) },
    deliverBy: { earliest: before(1), latest: latest.toString() },
    deliveredAt: null,
  };
}

export function worldBuyer(
  n: number,
  { place = "us", optedOutAt = null }: { place?: keyof typeof PLACES; optedOutAt?: string | null } = {},
): WorldBuyer {
  const { sellerId, marketplaceId, locale } = PLACES[place];
  return { alias: aliasOf(n, place), sellerId, marketplaceId, locale, optedOutAt };
}
