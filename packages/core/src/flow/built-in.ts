import type { FlowVersion } from "./flow.ts";

/** Key of the seeded review-request template, used where a store's e-mail lane is on. */
export const REVIEW_TEMPLATE_KEY = "review-request";

/** The flow that every new workspace starts with. */
export const REVIEW_REQUEST_FLOW: FlowVersion = {
  flowKey: "review-request",
  version: 1,
  name: "Request a Review 7 days after delivery",
  priority: 100,
  marketplaceIds: "all",
  condition: null,
  steps: [
    {
      stepKey: "request",
      purpose: "review_request",
      anchor: "delivery_expected",
      delayDays: 7,
      sendHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 9 * 60, to: 20 * 60 },
      lanePreference: "auto",
      templateKey: REVIEW_TEMPLATE_KEY,
    },
  ],
};
