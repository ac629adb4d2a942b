import { randomBytes } from "node:crypto";
import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { IncomingOrder } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import type { WorldOrder, WorldStore } from "@heed/sandbox/world/types";

export const US = "ATVPDKIKX0DER";

/** Stores of one workspace; half of them send e-mails. */
export function lateStores(tenant: number, stores: number): WorldStore[] {
  return Array.from({ length: stores }, (_, index) => {
    const token = randomBytes(6).toString("hex");
    return {
      ...{ tenantSlug: `late-${tenant}`, tenantName: `Late ${tenant}`, name: `Store ${tenant}.${index}`, region: "NA" },
      ...{ sellerId: `A${token.toUpperCase()}`, refreshToken: `Atzr|${token}`, senderToken: `s${token}` },
      ...{ senderApproved: true, restrictedRole: true },
      marketplaces: [{ marketplaceId: US, noticeToken: token, emailLane: index % 2 === 0 }],
    };
  });
}

export interface LateOrder {
  readonly orderId: string;
  readonly alias: string;
  readonly shipped: boolean;
}

const DAY = 24;

/** The same order as Amazon's stand-in holds it and as sync would bring it. */
export function worldOrderOf({ orderId, alias, shipped }: LateOrder, sellerId: string, now: Instant): WorldOrder {
  const before = (days: number) => now.subtract({ hours: DAY * days }).toString();
  const parcel = shipped ? [{ at: before(12), status: "SHIPPED" as const }] : [];
  return {
    ...{ orderId, sellerId, marketplaceId: US, alias, channel: "amazon", fulfilledBy: "merchant" },
    ...{ serviceLevel: "STANDARD", programs: [], replacementOf: null, currency: "USD", deliveredAt: null },
    items: [
      {
        ...{ orderItemId: orderId.replaceAll("-", "").slice(0, 14), sku: "CUP-1", asin: "B000000001", title: "Cup" },
        ...{ quantity: 1, unitPrice: "19.99", customized: false, buyerRequestedCancel: false },
      },
    ],
    changes: [{ at: before(14), status: "PENDING" }, { at: before(13), status: "UNSHIPPED" }, ...parcel],
    shipBy: { earliest: before(13), latest: before(12) },
    deliverBy: { earliest: before(11), latest: before(10) },
  };
}

export function incomingOf({ orderId, alias, shipped }: LateOrder, now: Instant): IncomingOrder {
  const before = (days: number) => now.subtract({ hours: DAY * days });
  return {
    alias,
    aliasSource: "search_orders",
    order: {
      ...{ orderId, marketplaceId: US, channel: "amazon", fulfilledBy: "merchant", programs: [], replacement: false },
      status: shipped ? "SHIPPED" : "UNSHIPPED",
      purchasedAt: before(14),
      lastUpdatedAt: before(12),
      shippedAt: shipped ? before(12) : null,
      delivery: { earliest: before(11), latest: before(10), estimated: false },
      ...{ currency: "USD", totalMinor: 1999, serviceLevel: "Standard", source: "sync", aftermath: NO_AFTERMATH },
      items: [
        {
          ...{ orderItemId: "1", sku: "CUP-1", asin: "B000000001", title: "Cup", quantity: 1, quantityShipped: 1 },
          ...{ priceMinor: 1999, customized: false, buyerRequestedCancel: false },
        },
      ],
    },
  };
}
