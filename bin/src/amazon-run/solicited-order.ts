import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import type { WorldBuyer, WorldOrder } from "@heed/sandbox/world/types";

const [, EU, JP] = DEMO_STORES;

/** The demo's stores whose e-mail lane is off: every request there is a solicitation. */
export const SOLICITING = {
  de: { sellerId: EU.sellerId, marketplaceId: "A1PA6795UKMFR9", domain: "amazon.de", locale: "de-DE", currency: "EUR" },
  jp: {
    sellerId: JP.sellerId,
    marketplaceId: "A1VC38T7YXB528",
    domain: "amazon.co.jp",
    locale: "ja-JP",
    currency: "JPY",
  },
} as const;

export interface OrderWish {
  /** Makes the order's id and its buyer; each number once. */
  readonly n: number;
  readonly place: keyof typeof SOLICITING;
  /** The built-in flow asks at this instant, or when the send hours open next. */
  readonly due: Instant;
}

export interface SolicitedOrder {
  readonly order: WorldOrder;
  readonly buyer: WorldBuyer;
}

/** A shipped, merchant-fulfilled order whose review request falls due as wished. */
export function solicitedOrder({ n, place, due }: OrderWish): SolicitedOrder {
  const { sellerId, marketplaceId, domain, locale, currency } = SOLICITING[place];
  const zone = marketplaceById(marketplaceId)?.timeZone ?? "UTC";
  const latest = due.toZonedDateTimeISO(zone).subtract({ days: 7 }).toInstant();
  const before = (days: number) => latest.subtract({ hours: 24 * days }).toString();
  const alias = `run${String(n).padStart(11, "0")}@marketplace.${domain}`;
  const digits = String(n).padStart(7, "0");
  const [item] = [{ orderItemId: String(10_000_000_000_000 + n), sku: "CUP-1", asin: "B000000001", title: "Cup" }];
  const order: WorldOrder = {
    orderId: `702-${digits}-${digits}`,
    ...{ sellerId, marketplaceId, alias, currency },
    ...{ channel: "amazon", fulfilledBy: "merchant", serviceLevel: "STANDARD", programs: [], replacementOf: null },
    items: [{ ...item, quantity: 1, unitPrice: "19", customized: false, buyerRequestedCancel: false }],
    changes: [
      { at: before(6), status: "PENDING" },
      { at: before(5), status: "UNSHIPPED" },
      { at: before(4), status: "SHIPPED" },
    ],
    shipBy: { earliest: before(5), latest: before(4) },
    deliverBy: { earliest: before(1), latest: latest.toString() },
    deliveredAt: null,
  };
  return { order, buyer: { alias, sellerId, marketplaceId, locale, optedOutAt: null } };
}
