import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** Paid: what was paused goes on. */
export const invoicePaid: StripeEventRule = { type: "invoice.paid", subjectOf: byCustomer };
