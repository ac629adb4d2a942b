import { customerItself, type StripeEventRule } from "../event-subject.ts";

/** A new card or address in the portal. */
export const customerUpdated: StripeEventRule = { type: "customer.updated", subjectOf: customerItself };
