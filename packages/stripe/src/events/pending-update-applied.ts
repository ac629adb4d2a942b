import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** An upgrade that waited for the bank or the person was paid. */
export const pendingUpdateApplied: StripeEventRule = {
  type: "customer.subscription.pending_update_applied",
  subjectOf: byCustomer,
};
