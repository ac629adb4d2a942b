import type { Stage } from "@heed/core/analytics/path";

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  orders: "Orders",
  eligible: "Eligible",
  planned: "Planned",
  sent: "Sent",
  reached: "Reached",
};

/** Ends of a sent message; rules of the order get their words from core. */
export const FATE_WORDS: Readonly<Record<string, string>> = {
  refused_by_buyer: "Refused by the buyer",
  bounced: "Bounced",
  failed: "Failed",
  unknown: "Unknown",
  suppressed: "Suppressed",
};
