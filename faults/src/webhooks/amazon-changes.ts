import { US } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";

export interface OrderChanged {
  /** Of the notification. */
  readonly id: string;
  readonly body: string;
}

interface Changes {
  readonly sellerId: string;
  readonly orderIds: readonly string[];
  readonly events: number;
}

const STATUSES = ["Unshipped", "PartiallyShipped", "Shipped", "Unfulfillable"] as const;
/** Every so many-th order is cancelled in the end, of another every so many-th the buyer asks for it. */
const CANCELLED = 5;
const ASKED = 7;

/** ORDER_CHANGE 1.0 as an event of EventBridge, a minute apart; the same course of events for every seller. */
export function changesOf({ sellerId, orderIds, events }: Changes): OrderChanged[] {
  const first = TEST_NOW.subtract({ minutes: events });
  return Array.from({ length: events }, (_, index) => {
    const nth = index % orderIds.length;
    const at = first.add({ minutes: index }).toString();
    const id = `${sellerId}-${index}`;
    const isLast = index + orderIds.length >= events;
    const status = isLast && nth % CANCELLED === 0 ? "Canceled" : STATUSES[(index * 3) % STATUSES.length];
    const cancel = nth % ASKED === 0 && index % 2 === 0;
    return { id, body: eventOf({ id, sellerId, orderId: orderIds[nth] ?? "", at, status: status ?? "", cancel }) };
  });
}

interface Told {
  readonly id: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly at: string;
  readonly status: string;
  readonly cancel: boolean;
}

function eventOf({ id, sellerId, orderId, at, status, cancel }: Told): string {
  const summary = {
    MarketplaceId: US,
    OrderStatus: status,
    DestinationPostalCode: "00000",
    OrderItems: [{ OrderItemId: "1", IsBuyerRequestedCancel: cancel }],
  };
  const trigger = { TimeOfOrderChange: at, ChangeReason: "Order Status Change" };
  const order = { SellerId: sellerId, AmazonOrderId: orderId, OrderChangeTrigger: trigger, Summary: summary };
  const notification = {
    NotificationType: "ORDER_CHANGE",
    EventTime: at,
    Payload: { OrderChangeNotification: order },
    NotificationMetadata: { NotificationId: id },
  };
  return JSON.stringify({ version: "0", "detail-type": "ORDER_CHANGE", detail: notification });
}
