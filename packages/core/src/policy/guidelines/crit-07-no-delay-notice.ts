import { criticalContent } from "./critical-content.ts";

export const noDelayInCritical = criticalContent({
  id: "CRIT-07",
  title: "A critical message tells of no missing stock, no delay and no alternative product",
  concepts: ["stockOrDelay"],
  complaint: "Out-of-stock and delay notices and alternatives are not critical: cancel the order instead.",
});
