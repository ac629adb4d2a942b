import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** Paused in Stripe's dashboard: nothing is sent until it is resumed. */
export const subscriptionPaused: StripeEventRule = { type: "customer.subscription.paused", subjectOf: byCustomer };
