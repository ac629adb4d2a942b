import type { StripeEventRule } from "./event-subject.ts";
import { checkoutCompleted } from "./events/checkout-session-completed.ts";
import { checkoutExpired } from "./events/checkout-session-expired.ts";
import { customerDeleted } from "./events/customer-deleted.ts";
import { subscriptionCreated } from "./events/customer-subscription-created.ts";
import { subscriptionDeleted } from "./events/customer-subscription-deleted.ts";
import { subscriptionPaused } from "./events/customer-subscription-paused.ts";
import { subscriptionResumed } from "./events/customer-subscription-resumed.ts";
import { subscriptionUpdated } from "./events/customer-subscription-updated.ts";
import { customerUpdated } from "./events/customer-updated.ts";
import { invoiceCreated } from "./events/invoice-created.ts";
import { invoiceFinalized } from "./events/invoice-finalized.ts";
import { invoicePaid } from "./events/invoice-paid.ts";
import { invoicePaymentActionRequired } from "./events/invoice-payment-action-required.ts";
import { invoicePaymentFailed } from "./events/invoice-payment-failed.ts";
import { invoiceVoided } from "./events/invoice-voided.ts";
import { pendingUpdateApplied } from "./events/pending-update-applied.ts";
import { pendingUpdateExpired } from "./events/pending-update-expired.ts";
import { scheduleReleased } from "./events/subscription-schedule-released.ts";
import { scheduleUpdated } from "./events/subscription-schedule-updated.ts";

/** Every event that changes something here, one file each. Others are ignored, with a line in the log. */
export const EVENT_RULES: ReadonlyMap<string, StripeEventRule> = new Map(
  [
    checkoutCompleted,
    checkoutExpired,
    customerDeleted,
    subscriptionCreated,
    subscriptionDeleted,
    subscriptionPaused,
    subscriptionResumed,
    subscriptionUpdated,
    customerUpdated,
    invoiceCreated,
    invoiceFinalized,
    invoicePaid,
    invoicePaymentActionRequired,
    invoicePaymentFailed,
    invoiceVoided,
    pendingUpdateApplied,
    pendingUpdateExpired,
    scheduleReleased,
    scheduleUpdated,
  ].map((rule) => [rule.type, rule]),
);
