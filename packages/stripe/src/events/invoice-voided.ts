import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** Somebody wrote an invoice off in Stripe's dashboard. */
export const invoiceVoided: StripeEventRule = { type: "invoice.voided", subjectOf: byCustomer };
