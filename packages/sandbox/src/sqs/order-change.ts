import { randomUUID } from "node:crypto";
import type { Fact } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";

const STATUSES = {
  PENDING_AVAILABILITY: "PendingAvailability",
  PENDING: "Pending",
  UNSHIPPED: "Unshipped",
  PARTIALLY_SHIPPED: "PartiallyShipped",
  SHIPPED: "Shipped",
  CANCELLED: "Canceled",
  UNFULFILLABLE: "Unfulfillable",
} as const;

/** ORDER_CHANGE 1.0 about an order as it stands now, in our queue; only for sellers whose changes were subscribed to. */
export function orderChanged(sandbox: Sandbox, order: WorldOrder): readonly Fact[] {
  const now = sandbox.clock.now();
  const moment = orderAt(order, now);
  if (moment === null || !sandbox.state.subscriptions.has(order.sellerId)) return [];
  const cancel = order.items.some((item) => item.buyerRequestedCancel);
  const sent = moment.status === "SHIPPED" ? order.items.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
  const notification = {
    NotificationVersion: "1.0",
    NotificationType: "ORDER_CHANGE",
    PayloadVersion: "1.0",
    EventTime: now.toString(),
    Payload: {
      OrderChangeNotification: {
        NotificationLevel: "OrderLevel",
        SellerId: order.sellerId,
        AmazonOrderId: order.orderId,
        OrderChangeType: cancel ? "BuyerRequestedChange" : "OrderStatusChange",
        OrderChangeTrigger: {
          TimeOfOrderChange: now.toString(),
          ChangeReason: cancel ? "Buyer Requested Cancel" : "Order Status Change",
        },
        Summary: {
          MarketplaceId: order.marketplaceId,
          OrderStatus: STATUSES[moment.status],
          PurchaseDate: moment.createdAt.toString(),
          DestinationPostalCode: "00000",
          FulfillmentType: order.fulfilledBy === "amazon" ? "AFN" : "MFN",
          OrderType: "StandardOrder",
          NumberOfItemsShipped: sent,
          NumberOfItemsUnshipped: order.items.reduce((sum, { quantity }) => sum + quantity, 0) - sent,
          OrderPrograms: order.programs,
          ShippingPrograms: [],
          OrderItems: order.items.map((item) => ({
            OrderItemId: item.orderItemId,
            SellerSKU: item.sku,
            SupplySourceId: null,
            Quantity: item.quantity,
            QuantityShipped: moment.status === "SHIPPED" ? item.quantity : 0,
            IsBuyerRequestedCancel: item.buyerRequestedCancel,
          })),
        },
      },
    },
    NotificationMetadata: {
      ApplicationId: sandbox.settings.application.applicationId,
      SubscriptionId: sandbox.state.subscriptions.get(order.sellerId)?.subscriptionId ?? "",
      PublishTime: now.toString(),
      NotificationId: randomUUID(),
    },
  };
  return [{ kind: "queue.sent", messageId: randomUUID(), body: JSON.stringify(notification) }];
}
