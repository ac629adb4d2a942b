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

/** Ends that stand in the list under another state than refused. */
const FATE_STATES: Readonly<Record<string, string>> = { failed: "needs_you", unknown: "needs_you" };

/** The orders behind a number of the path: by what became of the message, or by the rule that kept the order out. */
export function fallOutQuery(rule: string): string {
  return rule in FATE_WORDS ? `state=${FATE_STATES[rule] ?? "refused"}` : `rule=${encodeURIComponent(rule)}`;
}
