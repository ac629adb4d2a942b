import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** A period ended: its last units must reach the meter within the hour in which the invoice is a draft. */
export const invoiceCreated: StripeEventRule = { type: "invoice.created", subjectOf: byCustomer };
