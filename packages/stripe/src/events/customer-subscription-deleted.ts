import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** It ended; the workspace falls back to Free. */
export const subscriptionDeleted: StripeEventRule = { type: "customer.subscription.deleted", subjectOf: byCustomer };
