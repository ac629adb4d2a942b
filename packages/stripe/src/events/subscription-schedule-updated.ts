import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** A downgrade was planned, or another one. */
export const scheduleUpdated: StripeEventRule = { type: "subscription_schedule.updated", subjectOf: byCustomer };
