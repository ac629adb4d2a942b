import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** A checkout was finished, or somebody made a subscription in Stripe's dashboard. */
export const subscriptionCreated: StripeEventRule = { type: "customer.subscription.created", subjectOf: byCustomer };
