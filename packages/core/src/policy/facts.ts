import type { NotEntitled } from "../billing/allowance.ts";
import type { FlowVersion } from "../flow/flow.ts";
import type { Turn } from "../flow/spread.ts";
import type { Canary } from "../lane/canary.ts";
import type { SenderFacts } from "../lane/sender-ramp.ts";
import type { KnownMessage } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import type { Language } from "../template/template.ts";
import type { Instant } from "../time.ts";
import type { Finding } from "./finding.ts";

/** What a store has set, per marketplace where it can differ. */
export interface StoreFacts {
  readonly storeId: string;
  readonly cutOverAt: Instant;
  readonly paused: boolean;
  readonly dryRun: boolean;
  /** Set by a restriction notice; the e-mail lane pauses by itself. */
  readonly restrictedUntil: Instant | "until_lifted" | null;
  readonly optedOutBuyers: "never" | "ask_amazon";
  readonly emailLane: Readonly<Record<string, EmailLane>>;
  /** The sender of the store's e-mails. Absent: nothing is known against it. */
  readonly sender?: SenderFacts;
  /** Proactive messages per rolling 24 h (DOMAIN §1.5: default 4 × 7-day average of orders + 400). */
  readonly dailyCap: number;
  readonly stoppedSkus: readonly string[];
  readonly stoppedAsins: readonly string[];
  /** Local dates of the marketplace, both inclusive, ISO `YYYY-MM-DD`. */
  readonly blackouts: readonly { readonly from: string; readonly to: string }[];
}

export interface EmailLane {
  readonly on: boolean;
  readonly sender: "not_proven" | "receiving" | "proven";
  /** Absent: the lane never had to be tested by one. */
  readonly canary?: Canary | null;
}

export interface BuyerFacts {
  readonly aliasKnown: boolean;
  readonly optedOut: { readonly at: Instant; readonly noticeId: string | null } | null;
  readonly suppressed: {
    readonly at: Instant;
    readonly reason: "hard_bounce" | "complaint" | "own_list" | "provider";
  } | null;
  readonly repeatBuyer: boolean;
}

/** Everything that planning needs; all of it can be loaded in batches. */
export interface PlanInput {
  readonly order: Order;
  readonly store: StoreFacts;
  readonly repeatBuyer: boolean;
  readonly aliasKnown: boolean;
  /** Active flow versions of the tenant for this store, and the version that a planned message of the order pins. */
  readonly flows: readonly FlowVersion[];
  /** Earlier messages of the same order, in any state. */
  readonly known: readonly KnownMessage[];
  readonly now: Instant;
  /** True when a flow is activated also for orders that are planned already: they choose their flow anew. */
  readonly repin?: boolean;
  /** What would be due at once takes this turn: orders of a flow that was just switched on go one after another. */
  readonly turn?: Turn;
}

/** Fresh facts at the moment of sending. */
export interface SendFacts {
  readonly order: Order;
  readonly store: StoreFacts;
  readonly buyer: BuyerFacts;
  /** The flow version that the message pins. */
  readonly flow: FlowVersion;
  /** A paused flow makes its messages wait. Absent: active. */
  readonly flowPaused?: boolean;
  /** Other messages of the order (not this one). */
  readonly others: readonly KnownMessage[];
  /** Proactive messages in the last 24 h, and when the oldest of them leaves that span. */
  readonly sentLastDay: number;
  readonly capFreesAt: Instant | null;
  /** E-mails of the store in the last 24 h, for the sender's ramp. Absent: not counted. */
  readonly mailedLastDay?: { readonly sent: number; readonly freesAt: Instant | null };
  /** Pinned template version rendered in the buyer's language; null where the lane needs none. */
  readonly template: TemplateFacts | null;
  /** Answer of getSolicitationActionsForOrder, read once before a review e-mail; null when not read. */
  readonly solicitationOffered: boolean | null;
  readonly entitled: boolean;
  /** Why not, where it is not. */
  readonly notEntitled?: NotEntitled | null;
  /** Consent of a second member, where the tenant wants it for this purpose. Absent: not needed. */
  readonly approval?: "not_needed" | "missing" | "given";
  /** For typed messages: whether getMessagingActionsForOrder offers the operation now. Absent or null: not read. */
  readonly actionOffered?: boolean | null;
  /** For typed messages: what the rules found in the text and its files. Absent: not a typed message, or not judged. */
  readonly typed?: TypedFacts | null;
  /** Critical messages of the workspace in the last 24 h against its quota. Absent: not counted. */
  readonly criticalQuota?: { readonly sent: number; readonly quota: number };
}

export interface TypedFacts {
  readonly findings: readonly Finding[];
}

export interface TemplateFacts {
  readonly wanted: Language;
  /** Null: no text in a language the buyer reads. */
  readonly language: Language | null;
  readonly findings: readonly Finding[];
  /** Where the template wants the consent of somebody else, such as the client. Absent: not needed. */
  readonly approval?: "missing" | "given";
}
