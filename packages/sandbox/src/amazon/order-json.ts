import type { Instant } from "@heed/core/time";
import { marketplace } from "../world/marketplaces.ts";
import type { OrderMoment } from "../world/order-at.ts";
import type { WorldItem, WorldOrder } from "../world/types.ts";

/** Datasets of `includedData` (orders_2026-01-01.json). */
export const DATASETS = [
  "BUYER",
  "RECIPIENT",
  "PROCEEDS",
  "EXPENSE",
  "PROMOTION",
  "CANCELLATION",
  "FULFILLMENT",
  "PACKAGES",
  "TAX",
  "PAYMENT",
  "FULFILLMENT_ORDERS",
] as const;
export type Dataset = (typeof DATASETS)[number];

export interface OrderView {
  readonly order: WorldOrder;
  readonly moment: OrderMoment;
  readonly included: ReadonlySet<Dataset>;
  readonly restrictedRole: boolean;
}

const seconds = (instant: Instant) => instant.toString({ smallestUnit: "second" });
const isPending = (moment: OrderMoment) => moment.status === "PENDING" || moment.status === "PENDING_AVAILABILITY";

/** The order in the shape of the 2026-01-01 model, with the datasets that were asked for and may be shown. */
export function orderJson(view: OrderView): Record<string, unknown> {
  const { order, moment, included } = view;
  const place = marketplace(order.marketplaceId);
  const channel = order.channel === "amazon" ? "AMAZON" : "NON_AMAZON";
  return {
    orderId: order.orderId,
    createdTime: seconds(moment.createdAt),
    lastUpdatedTime: seconds(moment.updatedAt),
    ...(order.programs.length > 0 && { programs: order.programs }),
    ...(order.replacementOf !== null && {
      associatedOrders: [{ orderId: order.replacementOf, associationType: "REPLACEMENT_ORIGINAL_ID" }],
    }),
    salesChannel: {
      channelName: channel,
      marketplaceId: place.id,
      marketplaceName: order.channel === "amazon" ? place.name : "Non-Amazon",
    },
    ...(included.has("BUYER") && buyerJson(view)),
    ...(included.has("RECIPIENT") && recipientJson(view)),
    ...(included.has("PROCEEDS") &&
      !isPending(moment) && { proceeds: { grandTotal: money(total(order), order.currency) } }),
    ...(included.has("FULFILLMENT") && { fulfillment: fulfillmentJson(view) }),
    orderItems: order.items.map((item) => itemJson(view, item)),
    ...(included.has("PACKAGES") && packagesJson(view)),
  };
}

/** The relay address: merchant-fulfilled, past payment, not cancelled, and only with the restricted role. */
function buyerJson({ order, moment, restrictedRole }: OrderView) {
  const statuses = ["UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED"];
  const mayShow =
    restrictedRole &&
    order.fulfilledBy === "merchant" &&
    order.channel === "amazon" &&
    statuses.includes(moment.status);
  return mayShow ? { buyer: { buyerEmail: order.alias } } : {};
}

function recipientJson({ order, moment, restrictedRole }: OrderView) {
  if (!restrictedRole || order.fulfilledBy !== "merchant" || isPending(moment)) return {};
  const { countryCode } = marketplace(order.marketplaceId);
  return {
    recipient: {
      deliveryAddress: {
        addressLine1: "1 Sample Street",
        city: "Sampletown",
        postalCode: "00000",
        countryCode,
        addressType: "RESIDENTIAL",
      },
    },
  };
}

function fulfillmentJson({ order, moment }: OrderView) {
  const { earliest, latest } = order.deliverBy;
  return {
    fulfillmentStatus: moment.status,
    fulfilledBy: order.fulfilledBy === "amazon" ? "AMAZON" : "MERCHANT",
    fulfillmentServiceLevel: order.serviceLevel,
    shipByWindow: { earliestDateTime: order.shipBy.earliest, latestDateTime: order.shipBy.latest },
    ...(!isPending(moment) &&
      order.windowHidden !== true && {
        deliverByWindow: { earliestDateTime: earliest, ...(latest !== null && { latestDateTime: latest }) },
      }),
  };
}

function itemJson({ order, moment, included }: OrderView, item: WorldItem) {
  const sent = shippedQuantity(moment, item);
  const worth = (Number(item.unitPrice) * item.quantity).toFixed(digits(order.currency));
  return {
    orderItemId: item.orderItemId,
    quantityOrdered: item.quantity,
    product: {
      asin: item.asin,
      title: item.title,
      sellerSku: item.sku,
      condition: { conditionType: "NEW", conditionSubtype: "NEW" },
      ...(!isPending(moment) && { price: { unitPrice: money(item.unitPrice, order.currency) } }),
      ...(item.customized && { customization: { customizedUrl: `https://zme-caps.amazon.com/t/${item.orderItemId}` } }),
    },
    ...(included.has("PROCEEDS") &&
      !isPending(moment) && {
        proceeds: {
          proceedsTotal: money(worth, order.currency),
          breakdowns: [{ type: "ITEM", subtotal: money(worth, order.currency) }],
        },
      }),
    ...(included.has("CANCELLATION") &&
      item.buyerRequestedCancel && {
        cancellation: { cancellationRequest: { requester: "BUYER", cancelReason: "Ordered by mistake" } },
      }),
    ...(included.has("FULFILLMENT") && {
      fulfillment: { quantityFulfilled: sent, quantityUnfulfilled: unshipped(moment, item) },
    }),
  };
}

function packagesJson({ order, moment }: OrderView) {
  if (order.fulfilledBy !== "merchant" || moment.shippedAt === null) return {};
  const status = moment.delivered ? { status: "DELIVERED", detailedStatus: "DELIVERED" } : { status: "IN_TRANSIT" };
  const shipTime = seconds(moment.shippedAt);
  const packageItems = order.items.map((item) => ({ orderItemId: item.orderItemId, quantity: item.quantity }));
  return {
    packages: [
      {
        packageReferenceId: "1",
        createdTime: shipTime,
        packageStatus: status,
        carrier: "Parcel",
        shipTime,
        packageItems,
      },
    ],
  };
}

export function shippedQuantity(moment: OrderMoment, item: WorldItem): number {
  if (moment.status === "SHIPPED") return item.quantity;
  return moment.status === "PARTIALLY_SHIPPED" ? Math.floor(item.quantity / 2) : 0;
}

function unshipped(moment: OrderMoment, item: WorldItem): number {
  return moment.status === "CANCELLED" ? 0 : item.quantity - shippedQuantity(moment, item);
}

function total(order: WorldOrder): string {
  const sum = order.items.reduce((worth, item) => worth + Number(item.unitPrice) * item.quantity, 0);
  return sum.toFixed(digits(order.currency));
}

function money(amount: string, currencyCode: string) {
  return { amount, currencyCode };
}

export function digits(currency: string): number {
  return currency === "JPY" ? 0 : 2;
}
