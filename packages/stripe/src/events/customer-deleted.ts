import { customerItself, type StripeEventRule } from "../event-subject.ts";

/** Deleted in Stripe's dashboard: the workspace falls back to Free, and may subscribe anew. */
export const customerDeleted: StripeEventRule = { type: "customer.deleted", subjectOf: customerItself };
