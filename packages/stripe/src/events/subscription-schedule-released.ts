import { byCustomer, type StripeEventRule } from "../event-subject.ts";

/** A planned downgrade is off, or has taken effect. */
export const scheduleReleased: StripeEventRule = { type: "subscription_schedule.released", subjectOf: byCustomer };
