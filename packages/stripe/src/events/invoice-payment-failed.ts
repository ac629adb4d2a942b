import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** A try on the card failed: grace begins, and the owner is told. */
export const invoicePaymentFailed: StripeEventRule = { type: "invoice.payment_failed", subjectOf: byCustomer };
