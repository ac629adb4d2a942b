import type { Lane, Purpose } from "../message/message.ts";

export const ANCHORS = ["placed", "shipped", "delivery_expected"] as const;
export type Anchor = (typeof ANCHORS)[number];

/** Send hours in the zone of the order's marketplace. `from` and `to` are minutes of the day, half-open; `weekdays` 1 = Monday … 7. */
export interface SendHours {
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface FlowStep {
  readonly stepKey: string;
  readonly purpose: Purpose;
  readonly anchor: Anchor;
  readonly delayDays: number;
  readonly sendHours: SendHours | null;
  /** The lane that the flow would like; the store's settings and the facts decide (lane/choose-lane.ts). */
  readonly lanePreference: Lane | "auto";
  /** Key of the template, for lanes that need a text of ours. */
  readonly templateKey: string | null;
}

export type OrderField =
  | "sku"
  | "asin"
  | "quantity"
  | "total_minor"
  | "channel"
  | "marketplace"
  | "fulfilled_by"
  | "program"
  | "repeat_buyer"
  | "returned"
  | "refunded"
  | "negative_feedback"
  | "customized";

/** A typed tree; `condition_not_met` names the first leaf that failed. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly field: OrderField;
      readonly op: "is" | "is_not" | "starts_with" | "at_least" | "at_most";
      readonly value: string | number | boolean;
    };

/** One version of a flow; a message pins the version that planned it. */
export interface FlowVersion {
  readonly flowKey: string;
  readonly version: number;
  readonly name: string;
  /** Lower runs first: the first flow that matches an order takes its proactive slot. */
  readonly priority: number;
  readonly marketplaceIds: readonly string[] | "all";
  readonly condition: Condition | null;
  readonly steps: readonly FlowStep[];
}
