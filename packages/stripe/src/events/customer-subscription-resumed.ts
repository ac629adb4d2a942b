import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** Resumed in Stripe's dashboard. */
export const subscriptionResumed: StripeEventRule = { type: "customer.subscription.resumed", subjectOf: byCustomer };
