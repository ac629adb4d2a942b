import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** Another plan, a cancellation, a new period, a payment that failed or came: the state says which. */
export const subscriptionUpdated: StripeEventRule = { type: "customer.subscription.updated", subjectOf: byCustomer };
