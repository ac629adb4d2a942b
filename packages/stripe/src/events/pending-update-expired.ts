import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** An upgrade that nobody paid within 23 hours: the old plan stays. */
export const pendingUpdateExpired: StripeEventRule = {
  type: "customer.subscription.pending_update_expired",
  subjectOf: byCustomer,
};
