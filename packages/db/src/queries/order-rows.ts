import type { StatusNews } from "@heed/core/order/aftermath";
import type { DeliveryWindow, FulfillmentStatus, Order, OrderItem } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import type { order } from "../schema/order.ts";

type OrderRow = typeof order.$inferSelect;
/** The columns that make an `Order`; alias and keys stay behind. */
export type OrderFacts = Omit<
  OrderRow,
  "tenantId" | "id" | "storeId" | "alias" | "aliasSource" | "buyerKey" | "buyerKeyId" | "repeatBuyer" | "createdAt"
>;

export function orderFromRow(row: OrderFacts, items: readonly OrderItem[]): Order {
  const delivery: DeliveryWindow | null =
    row.deliveryEarliest === null
      ? null
      : { earliest: row.deliveryEarliest, latest: row.deliveryLatest, estimated: row.deliveryEstimated };
  return {
    orderId: row.orderId,
    marketplaceId: row.marketplaceId,
    channel: row.channel,
    fulfilledBy: row.fulfilledBy,
    status: row.status,
    purchasedAt: row.purchasedAt,
    lastUpdatedAt: row.lastUpdatedAt,
    shippedAt: row.shippedAt,
    delivery,
    programs: row.programs,
    replacement: row.replacement,
    currency: row.currency,
    totalMinor: row.totalMinor,
    serviceLevel: row.serviceLevel,
    items,
    source: row.source,
    aftermath: {
      cancelRequestedAt: row.cancelRequestedAt,
      returnedAt: row.returnedAt,
      refundedAt: row.refundedAt,
      feedbackRating: row.feedbackRating,
      statusNews: statusNews(row.statusNews, row.statusNewsAt),
    },
  };
}

export function statusNews(value: FulfillmentStatus | null, at: Instant | null): StatusNews | null {
  return value === null || at === null ? null : { value, at };
}

export function orderToRow(value: Order): OrderFacts {
  const { delivery, items: _items, programs, aftermath, ...rest } = value;
  return {
    ...rest,
    ...aftermath,
    statusNews: aftermath.statusNews?.value ?? null,
    statusNewsAt: aftermath.statusNews?.at ?? null,
    programs: [...programs],
    deliveryEarliest: delivery?.earliest ?? null,
    deliveryLatest: delivery?.latest ?? null,
    deliveryEstimated: delivery?.estimated ?? false,
  };
}
