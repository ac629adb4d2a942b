import { byCheckout, type StripeEventRule } from "../event-subject.ts";

/** Somebody has subscribed. */
export const checkoutCompleted: StripeEventRule = { type: "checkout.session.completed", subjectOf: byCheckout };
