import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** The bank wants the person's confirmation. */
export const invoicePaymentActionRequired: StripeEventRule = {
  type: "invoice.payment_action_required",
  subjectOf: byCustomer,
};
