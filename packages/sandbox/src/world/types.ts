import type { FulfillmentStatus } from "@heed/core/order/order";

/** Plain data of a selling world, in JSON so that the log can hold it. Instants are ISO 8601 strings in UTC. */
export interface WorldMarketplace {
  readonly marketplaceId: string;
  /** Notices go to `n-<noticeToken>@in.<mail domain>`. */
  readonly noticeToken: string;
  readonly emailLane: boolean;
}

export interface WorldStore {
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly name: string;
  readonly region: "NA" | "EU" | "FE";
  readonly sellerId: string;
  readonly refreshToken: string;
  /** The store sends from `<senderToken>@mail.<mail domain>`. */
  readonly senderToken: string;
  /** Whether the sender address is on Amazon's list of permitted senders. */
  readonly senderApproved: boolean;
  /** The role Direct-to-Consumer Delivery (Restricted), without which no alias is returned. */
  readonly restrictedRole: boolean;
  readonly marketplaces: readonly WorldMarketplace[];
}

export interface WorldBuyer {
  /** The relay address; constant for a buyer and a seller, also over several orders. */
  readonly alias: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  /** Language of preference, such as `en-US`. */
  readonly locale: string;
  /** Since when the buyer refuses messages of sellers; null while they accept them. */
  readonly optedOutAt: string | null;
}

export interface WorldItem {
  readonly orderItemId: string;
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly quantity: number;
  /** Decimal in major units, as Amazon writes amounts. */
  readonly unitPrice: string;
  readonly customized: boolean;
  readonly buyerRequestedCancel: boolean;
}

export interface WorldChange {
  readonly at: string;
  readonly status: FulfillmentStatus;
}

export interface WorldOrder {
  readonly orderId: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly alias: string;
  /** `other`: sold outside Amazon, shipped by Amazon's multi-channel fulfilment. */
  readonly channel: "amazon" | "other";
  readonly fulfilledBy: "amazon" | "merchant";
  readonly serviceLevel: "STANDARD" | "EXPEDITED" | "SECOND_DAY" | "NEXT_DAY";
  readonly programs: readonly string[];
  /** The order that this one replaces, if any. */
  readonly replacementOf: string | null;
  readonly currency: string;
  readonly items: readonly WorldItem[];
  /** First creation, then each change of status, ascending. */
  readonly changes: readonly WorldChange[];
  readonly shipBy: { readonly earliest: string; readonly latest: string };
  readonly deliverBy: { readonly earliest: string; readonly latest: string | null };
  readonly deliveredAt: string | null;
  /** When the buyer sent something back, and whether the money went back with it. */
  readonly returnedAt?: string | undefined;
  readonly refunded?: boolean | undefined;
  readonly feedback?: { readonly at: string; readonly rating: number } | undefined;
  /** Amazon keeps the delivery window to itself, as it does for some orders that it ships. */
  readonly windowHidden?: boolean | undefined;
  /** Typed messages that this order allows beyond the usual ones, as a service or a licence would. */
  readonly extraMessages?: readonly string[] | undefined;
}

/** Something the seller wrote by hand in Seller Central to a buyer who had opted out: only its notice shows. */
export interface WorldHandWritten {
  readonly orderId: string;
  readonly at: string;
}

/** A file that was brought to Amazon before the world began. */
export interface WorldUpload {
  readonly uploadDestinationId: string;
  readonly sellerId: string;
  readonly orderId: string;
}

export interface World {
  readonly stores: readonly WorldStore[];
  readonly buyers: readonly WorldBuyer[];
  readonly orders: readonly WorldOrder[];
  readonly handWritten: readonly WorldHandWritten[];
  readonly uploads?: readonly WorldUpload[] | undefined;
}
