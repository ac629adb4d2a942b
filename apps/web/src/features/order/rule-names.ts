import type { OrderRule } from "@heed/core/policy/decision";

/** What a rule looks at, said so that both "passed" and "refused" can stand behind it. */
const NAMES: Readonly<Record<OrderRule, string>> = {
  before_cut_over: "Start date of the store",
  cancelled: "Cancellation",
  replacement: "Replacement",
  not_amazon_channel: "Sales channel",
  window_not_open: "Start of the window",
  window_over: "Window",
  slot_taken: "One request per order",
  already_requested_or_ineligible: "Still offered by Amazon",
  buyer_opted_out: "Opt-out of the buyer",
  alias_suppressed: "Suppression",
  alias_unknown: "Relay address",
  lane_off: "E-mail lane",
  sender_not_proven: "Sender address",
  store_restricted: "Restriction by Amazon",
  store_paused: "Pause",
  stopped_item: "Stopped items",
  blackout: "Blackout dates",
  dry_run: "Dry run",
  send_hours: "Send hours",
  daily_cap: "Daily cap",
  entitlement: "Plan",
  held_out: "Held out",
  condition_not_met: "Conditions of the flow",
  language_missing: "Language",
  template_blocked: "Check of the text",
  approval_missing: "Approval",
  action_not_offered: "Action offered by Amazon",
  precondition_not_met: "Occasion",
  critical_quota: "Limit of critical messages",
  sender_ramp: "Ramp of the sender",
  sender_stopped: "Stop of the sender",
};

/** Guideline rules keep their own ids. */
export function ruleName(rule: string): string {
  const names: Readonly<Record<string, string | undefined>> = NAMES;
  return names[rule] ?? rule;
}
