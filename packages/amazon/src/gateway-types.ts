import type { Region } from "@heed/core/marketplace/marketplaces";
import type { TypedName } from "@heed/core/message/typed-operation";
import type { IncomingOrder } from "@heed/core/order/order";
import type { Instant, WaitableClock } from "@heed/core/time";
import type { Endpoint } from "./agent.ts";
import type { Breaker, CallLog, RateStore, TokenStore } from "./ports.ts";
import type { ReportCalls } from "./report-types.ts";
import type { CreatedPage, SearchCreated } from "./search-created.ts";
import type { OrderSubscription } from "./subscribe.ts";

export interface GatewayOptions {
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
  readonly region: Region;
  readonly sellerId: string;
  readonly storeId: string;
  readonly clock: WaitableClock;
  readonly tokens: TokenStore;
  readonly rates: RateStore;
  readonly calls: CallLog;
  /** Without one every call goes. */
  readonly breaker?: Breaker;
  /** Client secrets that Amazon sent since, newest first; `credentials.clientSecret` is tried after them. */
  readonly secrets?: () => Promise<readonly string[]>;
  /** Sends every connection to this local port instead of Amazon's; Host and server name stay Amazon's. */
  readonly endpoint?: Endpoint | undefined;
  /** Spreads repeated attempts; from 0 to 1. */
  readonly random?: () => number;
  /** Real milliseconds for one request with its answer; 20,000 if not set. */
  readonly timeoutMs?: number;
  /** Seconds of the clock that one call may spend waiting before it answers "later"; 300 if not set. */
  readonly patienceSeconds?: number;
}

export interface SearchOrders {
  readonly lastUpdatedAfter: Instant;
  readonly marketplaceIds: readonly string[];
  /** Continues an earlier search, which must have had the same other parameters; expires after 24 hours. */
  readonly paginationToken?: string | null;
  /** Asks for the relay address too; needs the restricted role on Amazon's side. True if not set. */
  readonly includeBuyer?: boolean;
}

export interface UnreadableOrder {
  /** Null where not even the id could be read. */
  readonly orderId: string | null;
  readonly reason: string;
}

export interface OrdersPage {
  readonly orders: readonly IncomingOrder[];
  /** Orders that Amazon sent without what Heed needs; the rest of the page is good. */
  readonly unreadable: readonly UnreadableOrder[];
  /** Null on the last page. */
  readonly nextToken: string | null;
  /** Where the next search starts once this page is stored; moves on the last page only. */
  readonly nextUpdatedAfter: Instant;
}

export interface SolicitationActions {
  /** Whether Amazon offers a review request for this order now. An empty list alone proves nothing (DESIGN §6). */
  readonly offered: boolean;
  readonly names: readonly string[];
}

/** `lost` may have reached the buyer, so it is never repeated here; `retry` certainly did not. */
export type ReviewOutcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly message: string }
  | { readonly kind: "lost"; readonly cause: LostCause }
  | { readonly kind: "retry"; readonly after: Instant }
  | { readonly kind: "revoked" };

export type RefusalReason = "not_available" | "outside_window" | "other_403" | "invalid_request";
export type LostCause = "timeout" | "reset" | "server_error" | "unreadable";

/** A typed message as Amazon's models have it; `operation` is the last part of the path. */
export interface TypedRequest {
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly operation: TypedName;
  readonly text: string | null;
  readonly attachments: readonly { readonly uploadDestinationId: string; readonly fileName: string }[];
  /** RFC 3339 instants, of a warranty. */
  readonly coverage: { readonly from: string | null; readonly to: string | null } | null;
}

/** As `ReviewOutcome`; a lost typed message is never repeated by anybody. */
export type TypedOutcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reason: TypedRefusal; readonly message: string }
  | { readonly kind: "lost"; readonly cause: LostCause }
  | { readonly kind: "retry"; readonly after: Instant }
  | { readonly kind: "revoked" };

export type TypedRefusal = "not_offered" | "not_found" | "other_403" | "invalid_request";

/** A file for a typed message of this order. */
export interface UploadRequest {
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly operation: TypedName;
  readonly contentType: string;
  readonly content: Uint8Array;
}

export interface MarketplaceParticipation {
  readonly marketplaceId: string;
  readonly countryCode: string;
  readonly currency: string;
  readonly language: string;
  readonly domain: string;
  readonly storeName: string;
  readonly participating: boolean;
  readonly suspendedListings: boolean;
}

/**
 * One store's way to Amazon. All waits go through the clock. The reads throw AppError: UPSTREAM (retryable) when
 * Amazon cannot be reached or understood after a few tries, LIMIT_EXCEEDED (retryable, `details.retryAt`) when the
 * rate allows no call soon, FORBIDDEN with `details.reason` = "revoked" when the seller took the permission back,
 * and INVALID, FORBIDDEN or NOT_FOUND when Amazon refuses the request itself.
 */
export interface Gateway extends ReportCalls {
  searchOrders(search: SearchOrders): AsyncGenerator<OrdersPage, void, void>;
  /** One page of the orders placed in a span, for a back-fill. */
  searchCreated(search: SearchCreated): Promise<CreatedPage>;
  getSolicitationActions(orderId: string, marketplaceId: string): Promise<SolicitationActions>;
  requestReview(orderId: string, marketplaceId: string): Promise<ReviewOutcome>;
  getMessagingActions(orderId: string, marketplaceId: string): Promise<readonly string[]>;
  /** The buyer's language of preference, such as `en-US`; null when Amazon does not tell. */
  getAttributes(orderId: string, marketplaceId: string): Promise<{ readonly locale: string | null }>;
  /** Brings a file to Amazon and answers the id by which a typed message names it; nothing reaches the buyer. */
  uploadFile(upload: UploadRequest): Promise<{ readonly uploadDestinationId: string }>;
  sendTypedMessage(request: TypedRequest): Promise<TypedOutcome>;
  /** ORDER_CHANGE to a destination of ours; answers the id of the subscription, a known one included. */
  subscribeToOrders(destinationId: string): Promise<OrderSubscription>;
  getMarketplaceParticipations(): Promise<readonly MarketplaceParticipation[]>;
}
