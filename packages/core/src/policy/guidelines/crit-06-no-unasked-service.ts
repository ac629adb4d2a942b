import { criticalContent } from "./critical-content.ts";

export const noServiceInCritical = criticalContent({
  id: "CRIT-06",
  title: "A critical message brings no manuals, tips or answers that nobody asked for",
  concepts: ["unaskedService"],
  complaint: "Proactive customer service (manuals, tips, troubleshooting) is not critical.",
});
