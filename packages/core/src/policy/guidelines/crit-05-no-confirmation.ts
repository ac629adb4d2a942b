import { criticalContent } from "./critical-content.ts";

/** A day for the delivery cannot be asked for without speaking of it; that something was shipped is another matter. */
const DELIVERING = /deliver|livr|liefer|zugestellt|entreg|consegn|lever|bezorg|dostarcz|dostaw|届|teslim|توصيل|تسليم/;
/** A recall says that the price is paid back. */
const PAYING_BACK =
  /refund|reimburs|erstatt|rembours|reembols|rimbors|terugbetal|zwr|aterbetal|返金|iade|استرداد|المبلغ/;

export const noConfirmationInCritical = criticalContent({
  id: "CRIT-05",
  title: "A critical message confirms no order, shipment, delivery or refund",
  concepts: ["shipped", "refunded"],
  excuses: [
    { purpose: "delivery_scheduling", about: DELIVERING, whereAsked: true },
    { purpose: "legal_disclosure", about: PAYING_BACK, whereAsked: false },
  ],
  complaint: "Confirmations are not critical: Amazon sends them itself.",
});
