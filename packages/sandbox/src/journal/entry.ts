import type { FactReportType } from "../amazon/fact-reports.ts";
import type { ReportType } from "../demo/reports.ts";
import type { FaultRule } from "../faults/rule.ts";
import type { StripeRequest } from "../stripe/engine.ts";
import type { PageAct } from "../stripe/pay.ts";
import type { World } from "../world/types.ts";

/** What a call did in Amazon's or Resend's world. At most one per call; a call without it changed nothing. */
export type Effect =
  | { readonly kind: "solicitation"; readonly orderId: string; readonly marketplaceId: string }
  | { readonly kind: "subscription"; readonly subscriptionId: string; readonly destinationId: string }
  | { readonly kind: "subscription_ended"; readonly subscriptionId: string }
  | ({ readonly kind: "destination" } & StoredDestination)
  | { readonly kind: "client_secret"; readonly secret: string; readonly oldExpiresAt: string }
  | {
      readonly kind: "report";
      readonly reportId: string;
      readonly reportType: ReportType | FactReportType;
      readonly marketplaceIds: readonly string[];
      readonly from: string;
      readonly until: string;
    }
  | {
      readonly kind: "typed_message";
      readonly orderId: string;
      readonly marketplaceId: string;
      readonly operation: string;
    }
  | {
      readonly kind: "email";
      readonly emailId: string;
      readonly to: readonly string[];
      readonly from: string;
      readonly idempotencyKey: string | null;
      readonly payloadHash: string;
      readonly tags: Readonly<Record<string, string>>;
      /** Seller whose sender address this is, and seller to whom the alias belongs; unequal means a leak. */
      readonly fromSellerId: string | null;
      readonly aliasSellerId: string | null;
      readonly orderId: string | null;
    };

/** Where an application lets notifications go. */
export interface StoredDestination {
  readonly destinationId: string;
  readonly name: string;
  readonly resource: unknown;
}

/** A request to Amazon's API as received, the access token left out. Enough to send it again to a judge. */
export interface AmazonCall {
  readonly kind: "amazon.call";
  readonly requestId: string;
  readonly operation: string | null;
  /** Of the access token; null when the token was refused. */
  readonly sellerId: string | null;
  /** Of the order named in the path; null for calls without one and for unknown orders. */
  readonly orderSellerId: string | null;
  readonly orderId: string | null;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the sandbox's world answered; 0 when an injected fault kept the call from it. */
  readonly status: number;
  readonly throttled: boolean;
  readonly effect: Effect | null;
  /** The kind of the injected fault, which says what the caller saw instead, and its rule. */
  readonly fault: string | null;
  readonly faultId: number | null;
}

export interface ResendCall {
  readonly kind: "resend.call";
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly throttled: boolean;
  /** Set for a repeat that got the first answer again. */
  readonly repeatOf: string | null;
  readonly effect: Effect | null;
  /** The payload of an accepted e-mail. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly fault: string | null;
  readonly faultId: number | null;
}

export type Fact =
  | { readonly kind: "clock"; readonly now: string; readonly jump: number }
  | { readonly kind: "world.demo"; readonly seed: number; readonly now: string; readonly orders: number }
  | ({ readonly kind: "world.put" } & Partial<World>)
  | { readonly kind: "buyer.opted_out"; readonly alias: string; readonly since: string | null }
  | { readonly kind: "store.changed"; readonly sellerId: string; readonly changes: StoreChanges }
  | {
      readonly kind: "amazon.token";
      readonly grant: string;
      readonly sellerId: string | null;
      readonly status: number;
      readonly fault: string | null;
      readonly faultId: number | null;
    }
  | {
      readonly kind: "amazon.code";
      readonly code: string;
      readonly sellerId: string;
      readonly redirectUri: string;
      readonly expiresAt: string;
    }
  | {
      readonly kind: "seller.settings";
      readonly sellerId: string;
      readonly senders: readonly string[];
      readonly noticeAddresses: Readonly<Record<string, string>>;
    }
  | { readonly kind: "world.spare"; readonly seed: number; readonly now: string }
  | { readonly kind: "amazon.code_used"; readonly code: string }
  | {
      readonly kind: "amazon.upload_destination";
      readonly uploadDestinationId: string;
      readonly sellerId: string;
      readonly orderId: string;
      readonly md5: string;
    }
  | { readonly kind: "amazon.upload"; readonly uploadDestinationId: string; readonly size: number }
  | AmazonCall
  | ResendCall
  | {
      readonly kind: "notice.due";
      readonly noticeId: string;
      readonly notice: NoticeKind;
      readonly orderId: string;
      readonly due: string;
      readonly to: string;
    }
  | {
      readonly kind: "mail.received";
      readonly inboundId: string;
      readonly from: string;
      readonly to: readonly string[];
      readonly subject: string;
      readonly raw: string;
    }
  | { readonly kind: "webhook.created"; readonly eventId: string; readonly payload: Readonly<Record<string, unknown>> }
  | {
      readonly kind: "webhook.attempt";
      readonly eventId: string;
      readonly attempt: number;
      readonly status: number | null;
    }
  | { readonly kind: "domain.created"; readonly domainId: string; readonly name: string; readonly tracking: boolean }
  | {
      readonly kind: "domain.changed";
      readonly domainId: string;
      readonly changes: { readonly status?: "pending" | "verified"; readonly published?: boolean };
    }
  | { readonly kind: "domain.removed"; readonly domainId: string }
  | {
      readonly kind: "stripe.call";
      readonly request: StripeRequest;
      readonly fault: string | null;
      readonly faultId: number | null;
    }
  | {
      readonly kind: "stripe.refused";
      readonly method: string;
      readonly path: string;
      readonly fault: string | null;
      readonly faultId: number | null;
    }
  | { readonly kind: "stripe.page"; readonly act: PageAct }
  | { readonly kind: "stripe.advance" }
  | { readonly kind: "stripe.ahead"; readonly seconds: number }
  | {
      readonly kind: "stripe.attempt";
      readonly eventId: string;
      readonly attempt: number;
      readonly status: number | null;
    }
  | { readonly kind: "email.status"; readonly emailId: string; readonly status: string }
  | { readonly kind: "queue.sent"; readonly messageId: string; readonly body: string }
  | { readonly kind: "queue.deleted"; readonly messageId: string }
  | { readonly kind: "job.done"; readonly jobId: string }
  | { readonly kind: "fault.set"; readonly id: number; readonly rule: FaultRule }
  | { readonly kind: "fault.cleared" };

export type NoticeKind = "opted_out" | "restricted" | "guideline_block" | "sender_not_approved";

export interface StoreChanges {
  readonly senderApproved?: boolean | undefined;
  readonly restricted?: boolean | undefined;
  readonly revoked?: boolean | undefined;
}

/** A line of `log.jsonl`. `at` is the sandbox's clock, `realAt` the machine's. */
export type Entry = Fact & { readonly seq: number; readonly at: string; readonly realAt: string };
