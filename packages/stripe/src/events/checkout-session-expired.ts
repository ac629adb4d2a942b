import { byCheckout, type StripeEventRule } from "../event-subject.ts";

/** Nobody finished the page; another may be opened. */
export const checkoutExpired: StripeEventRule = { type: "checkout.session.expired", subjectOf: byCheckout };
