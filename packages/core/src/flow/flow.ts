import type { Lane, Purpose } from "../message/message.ts";

/** `delivered` is the end of the expected delivery, as Amazon tells no real one; `returned` takes returned orders only. */
export const ANCHORS = ["placed", "shipped", "delivery_expected", "delivered", "returned"] as const;
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

export const ORDER_FIELDS = [
  "sku",
  "asin",
  "title",
  "quantity",
  "total_minor",
  "channel",
  "marketplace",
  "fulfilled_by",
  "program",
  "condition",
  "customized",
  "repeat_buyer",
  "replacement",
  "refunded",
  "returned",
  "late",
  "feedback",
  "negative_feedback",
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export const CONDITION_OPS = ["is", "is_not", "starts_with", "contains", "at_least", "at_most"] as const;
export type ConditionOp = (typeof CONDITION_OPS)[number];

/** A typed tree; `condition_not_met` names the first leaf that failed. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: OrderField; readonly op: ConditionOp; readonly value: string | number | boolean };

/** Orders with one of these items are not for the flow; the flows after it are asked. */
export interface Exclusions {
  readonly skus: readonly string[];
  readonly asins: readonly string[];
}

/**
 * Orders are dealt to the arms by a hash of their id; each arm is a step of the version. Whoever is held out gets no
 * message at all, from no flow: without that group nobody knows what the messages are worth.
 */
export interface FlowExperiment {
  readonly key: string;
  /** Whole percent of the orders that get no message. */
  readonly holdOut: number;
  /** Shares of the other orders in whole percent; together 100. */
  readonly arms: readonly { readonly stepKey: string; readonly share: number }[];
}

/** One version of a flow; a message pins the version that planned it. */
export interface FlowVersion {
  readonly flowKey: string;
  readonly version: number;
  readonly name: string;
  /** Lower runs first: the first flow that matches an order takes its proactive slot. */
  readonly priority: number;
  readonly marketplaceIds: readonly string[] | "all";
  readonly condition: Condition | null;
  readonly exclusions?: Exclusions;
  readonly experiment?: FlowExperiment | null;
  /** The first proactive step serves all orders, unless an experiment deals them out. */
  readonly steps: readonly FlowStep[];
}
