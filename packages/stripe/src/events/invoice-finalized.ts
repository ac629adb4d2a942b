import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** The invoice can be read and paid. */
export const invoiceFinalized: StripeEventRule = { type: "invoice.finalized", subjectOf: byCustomer };
