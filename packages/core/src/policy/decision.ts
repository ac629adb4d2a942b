import type { Lane, Purpose, Slot } from "../message/message.ts";
import type { Instant } from "../time.ts";

/** Rules of the order (DESIGN §6); guideline rules keep their own ids, such as `PROH-04`. */
export const ORDER_RULES = [
  "before_cut_over",
  "cancelled",
  "replacement",
  "not_amazon_channel",
  "window_not_open",
  "window_over",
  "slot_taken",
  "already_requested_or_ineligible",
  "buyer_opted_out",
  "alias_suppressed",
  "alias_unknown",
  "lane_off",
  "sender_not_proven",
  "store_restricted",
  "store_paused",
  "stopped_item",
  "blackout",
  "dry_run",
  "send_hours",
  "daily_cap",
  "entitlement",
  "condition_not_met",
  "held_out",
  "language_missing",
  "template_blocked",
  "approval_missing",
  "action_not_offered",
  "precondition_not_met",
  "critical_quota",
  "sender_ramp",
  "sender_stopped",
] as const;
export type OrderRule = (typeof ORDER_RULES)[number];

export type Phase = "plan" | "send";

/** One rule's answer, as the ledger keeps it. `facts` are what the rule saw: never an alias, never free text of a buyer. */
export interface Reason {
  readonly rule: string;
  readonly result: "passed" | "refused" | "wait" | "noted";
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export type Verdict =
  | { readonly kind: "send"; readonly lane: Lane; readonly reasons: readonly Reason[] }
  | { readonly kind: "wait"; readonly until: Instant; readonly rule: OrderRule; readonly reasons: readonly Reason[] }
  | { readonly kind: "refuse"; readonly rule: string; readonly final: boolean; readonly reasons: readonly Reason[] };

/** A line of the ledger, before the database gives it an id. */
export interface Decision {
  readonly phase: Phase;
  readonly verdict: "planned" | "not_planned" | "send" | "wait" | "refuse" | "dry_run" | "outcome";
  readonly slot: Slot;
  readonly purpose: Purpose;
  readonly lane: Lane | null;
  readonly rule: string | null;
  readonly rulePack: string;
  readonly waitUntil: Instant | null;
  readonly reasons: readonly Reason[];
}
