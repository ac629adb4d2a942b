import { criticalContent } from "./critical-content.ts";

export const noReviewInCritical = criticalContent({
  id: "CRIT-04",
  title: "A critical message does not speak of reviews or feedback",
  concepts: ["review", "positiveReview", "negativeReview"],
  complaint: "A critical message may not ask for a review or for feedback.",
});
