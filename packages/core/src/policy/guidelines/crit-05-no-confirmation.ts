import { criticalContent } from "./critical-content.ts";

export const noConfirmationInCritical = criticalContent({
  id: "CRIT-05",
  title: "A critical message confirms no order, shipment, delivery or refund",
  concepts: ["shipped", "refunded"],
  complaint: "Confirmations are not critical: Amazon sends them itself.",
});
