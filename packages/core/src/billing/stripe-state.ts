import type { SubscriptionFacts } from "./standing.ts";

/** What Stripe says about a workspace's customer, read afresh: the same whatever event made us look. */
export interface StripeState {
  readonly customerId: string;
  /** The workspace that the customer's own mark names; null where there is none. */
  readonly markedTenant: string | null;
  readonly livemode: boolean;
  /** The customer was deleted at Stripe; the workspace falls back to Free and may subscribe again. */
  readonly customerDeleted: boolean;
  readonly subscription: (SubscriptionFacts & { readonly subscriptionId: string }) | null;
  /** Younger subscriptions that live beside it: somebody else's click. They are ended at Stripe. */
  readonly surplus: readonly string[];
  readonly problem: PaymentProblem | null;
}

export interface PaymentProblem {
  readonly kind: "declined" | "action_needed";
  /** Stripe's own page on which it is solved. */
  readonly url: string | null;
  /** Cents that are open. */
  readonly amountMinor: number;
}
