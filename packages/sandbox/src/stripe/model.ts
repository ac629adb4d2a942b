/** How the sandbox's bank treats a card. */
export type CardBehaviour = "pays" | "declines" | "insufficient_funds" | "needs_confirmation";

export interface Card {
  readonly id: string;
  readonly last4: string;
  readonly behaviour: CardBehaviour;
}

export type Metadata = Readonly<Record<string, string>>;

export interface Customer {
  readonly id: string;
  readonly created: number;
  name: string | null;
  email: string | null;
  metadata: Metadata;
  /** Set by the first invoice and never changed again. */
  currency: string | null;
  /** Cents; negative is credit that the next invoices use up. */
  balance: number;
  card: Card | null;
  country: string | null;
  taxIds: string[];
  nextInvoice: number;
  deleted: boolean;
}

export interface Product {
  readonly id: string;
  readonly created: number;
  name: string;
  description: string | null;
  metadata: Metadata;
  updated: number;
}

export interface Tier {
  readonly upTo: number | null;
  /** Thousandths of a cent. */
  readonly unitMilli: number;
}

export interface Price {
  readonly id: string;
  readonly created: number;
  readonly product: string;
  readonly currency: string;
  readonly unitAmount: number | null;
  readonly interval: "month" | "year";
  /** The meter of a metered price. */
  readonly meter: string | null;
  readonly tiers: readonly Tier[];
  readonly metadata: Metadata;
  readonly taxBehavior: string;
  lookupKey: string | null;
  active: boolean;
}

export interface Meter {
  readonly id: string;
  readonly created: number;
  readonly displayName: string;
  readonly eventName: string;
}

export interface MeterEvent {
  readonly customer: string;
  readonly meter: string;
  readonly value: number;
  readonly timestamp: number;
  readonly received: number;
}

export interface Coupon {
  readonly id: string;
  readonly created: number;
  readonly percentOff: number;
  readonly duration: "once" | "forever";
}

export interface PromotionCode {
  readonly id: string;
  readonly created: number;
  readonly code: string;
  readonly coupon: string;
}

export interface Item {
  readonly id: string;
  readonly created: number;
  price: string;
  readonly quantity: number | null;
}

export interface PendingUpdate {
  readonly prices: ReadonlyMap<string, string>;
  readonly invoice: string;
  readonly expiresAt: number;
  readonly at: number;
}

export interface Subscription {
  readonly id: string;
  readonly created: number;
  readonly customer: string;
  readonly currency: string;
  readonly metadata: Metadata;
  readonly items: Item[];
  status: "active" | "past_due" | "unpaid" | "canceled" | "incomplete";
  anchor: number;
  periodStart: number;
  periodEnd: number;
  cancelAtPeriodEnd: boolean;
  canceledAt: number | null;
  endedAt: number | null;
  feedback: string | null;
  comment: string | null;
  latestInvoice: string | null;
  schedule: string | null;
  pending: PendingUpdate | null;
  discount: { readonly coupon: string; readonly promotionCode: string } | null;
}

export interface Phase {
  readonly start: number;
  readonly end: number;
  readonly items: readonly { readonly price: string; readonly quantity: number | null; readonly metadata: Metadata }[];
}

export interface Schedule {
  readonly id: string;
  readonly created: number;
  readonly customer: string;
  readonly subscription: string;
  endBehavior: "release" | "cancel";
  phases: Phase[];
  status: "active" | "released" | "completed";
  releasedAt: number | null;
}

export interface Line {
  readonly id: string;
  readonly description: string;
  readonly amount: number;
  readonly quantity: number | null;
  readonly price: string;
  readonly item: string;
  readonly start: number;
  readonly end: number;
  readonly proration: boolean;
}

/** Units that are added when the draft is closed. */
export interface UsageSpan {
  readonly item: string;
  readonly price: string;
  readonly from: number;
  readonly to: number;
}

export interface Invoice {
  readonly id: string;
  readonly created: number;
  readonly customer: string;
  readonly subscription: string;
  readonly currency: string;
  readonly reason: "subscription_create" | "subscription_cycle" | "subscription_update" | "manual";
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly lines: Line[];
  readonly usage: readonly UsageSpan[];
  readonly percentOff: number;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  number: string | null;
  discountAmount: number;
  total: number;
  startingBalance: number;
  endingBalance: number | null;
  amountDue: number;
  amountPaid: number;
  attempts: number;
  nextAttempt: number | null;
  finalizesAt: number | null;
  finalizedAt: number | null;
  paidAt: number | null;
  voidedAt: number | null;
  /** Shown on the invoice; `description` in the API. */
  memo: string | null;
  metadata: Metadata;
}

export interface CheckoutSession {
  readonly id: string;
  readonly created: number;
  readonly expiresAt: number;
  readonly customer: string;
  readonly reference: string | null;
  readonly prices: readonly { readonly price: string; readonly quantity: number | null }[];
  readonly successUrl: string;
  readonly cancelUrl: string | null;
  readonly promotionCodes: boolean;
  readonly taxIds: boolean;
  readonly automaticTax: boolean;
  readonly subscriptionMetadata: Metadata;
  status: "open" | "complete" | "expired";
  subscription: string | null;
  invoice: string | null;
}

export interface PortalConfiguration {
  readonly id: string;
  readonly created: number;
  readonly metadata: Metadata;
  readonly features: Readonly<Record<string, unknown>>;
}

export interface PortalSession {
  readonly id: string;
  readonly created: number;
  readonly customer: string;
  readonly configuration: string;
  readonly returnUrl: string | null;
}

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly object: Readonly<Record<string, unknown>>;
}
