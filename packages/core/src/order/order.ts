import type { Instant } from "../time.ts";
import type { Aftermath } from "./aftermath.ts";

/** Amazon's fulfilment statuses of searchOrders 2026-01-01 (model orders_2026-01-01.json, 2026-08-05). */
export const FULFILLMENT_STATUSES = [
  "PENDING_AVAILABILITY",
  "PENDING",
  "UNSHIPPED",
  "PARTIALLY_SHIPPED",
  "SHIPPED",
  "CANCELLED",
  "UNFULFILLABLE",
] as const;
export type FulfillmentStatus = (typeof FULFILLMENT_STATUSES)[number];

/** `amazon`: sold on Amazon. `other`: multi-channel fulfilment or Non-Amazon; stored, never messaged. */
export type OrderChannel = "amazon" | "other";

/** How we learnt the relay address of the buyer; null while unknown. */
export type AliasSource = "search_orders" | "shipments_report" | "import";

export type OrderSource = "sync" | "orders_report" | "shipments_report";

export interface OrderItem {
  readonly orderItemId: string;
  readonly sku: string;
  readonly asin: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly quantityShipped: number;
  /** Minor units of `Order.currency`, for the whole line; null when the source does not tell. */
  readonly priceMinor: number | null;
  readonly customized: boolean;
  readonly buyerRequestedCancel: boolean;
  /** As Amazon names it, in lower case: `new`, `used`, `refurbished` …; absent where the source does not tell. */
  readonly condition?: string | null;
}

/** The half-open time in which Amazon expects delivery. `latest` may be missing (DESIGN §6). */
export interface DeliveryWindow {
  readonly earliest: Instant;
  readonly latest: Instant | null;
  /** True while it comes from our own estimate; replaced when Amazon's own arrives. */
  readonly estimated: boolean;
}

/** An Amazon order as Heed keeps it: no buyer name, no address, no postal code. */
export interface Order {
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly channel: OrderChannel;
  readonly fulfilledBy: "amazon" | "merchant";
  readonly status: FulfillmentStatus;
  readonly purchasedAt: Instant;
  readonly lastUpdatedAt: Instant;
  readonly shippedAt: Instant | null;
  readonly delivery: DeliveryWindow | null;
  /** PRIME, AMAZON_BUSINESS, … as Amazon names them, sorted. */
  readonly programs: readonly string[];
  /** A replacement or exchange of another order: never solicited. */
  readonly replacement: boolean;
  readonly currency: string | null;
  readonly totalMinor: number | null;
  readonly serviceLevel: string | null;
  readonly items: readonly OrderItem[];
  readonly source: OrderSource;
  readonly aftermath: Aftermath;
}

/** What a sync page or a report row brings in: the order plus the alias, which is sealed on its way into the database. */
export interface IncomingOrder {
  readonly order: Order;
  /** The relay address, as received; null when the source did not carry it. */
  readonly alias: string | null;
  readonly aliasSource: AliasSource | null;
}
