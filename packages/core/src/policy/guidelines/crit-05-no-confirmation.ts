import { criticalContent } from "./critical-content.ts";

/** A day for the delivery cannot be asked for without speaking of it; that something was shipped is another matter. */
const DELIVERING = /deliver|livr|liefer|zugestellt|entreg|consegn|lever|bezorg|dostarcz|dostaw|届|teslim|توصيل|تسليم/;

export const noConfirmationInCritical = criticalContent({
  id: "CRIT-05",
  title: "A critical message confirms no order, shipment, delivery or refund",
  concepts: ["shipped", "refunded"],
  asked: { purpose: "delivery_scheduling", about: DELIVERING },
  complaint: "Confirmations are not critical: Amazon sends them itself.",
});
