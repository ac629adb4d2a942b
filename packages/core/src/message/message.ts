import type { Instant } from "../time.ts";

export const LANES = ["solicitation", "typed", "email"] as const;
export type Lane = (typeof LANES)[number];

export const PURPOSES = [
  "review_request",
  "customization_question",
  "delivery_scheduling",
  "address_issue",
  "order_problem",
  "legal_disclosure",
  "digital_access_key",
  "service_appointment",
  "invoice",
  "warranty",
  "return_question",
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const MESSAGE_STATES = [
  "planned",
  "awaiting_approval",
  "sending",
  "sent",
  "reached",
  "refused_by_buyer",
  "bounced",
  "suppressed",
  "unknown",
  "refused",
  "superseded",
  "stopped",
  "failed",
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** `proactive`, `typed:<operation>` or `typed:<operation>:<n>` (DESIGN §6). */
export type Slot = "proactive" | `typed:${string}`;

/** One planned message as `planOrder` makes it: natural keys only, no ids. */
export interface PlannedMessage {
  readonly slot: Slot;
  readonly purpose: Purpose;
  readonly flowKey: string;
  readonly flowVersion: number;
  readonly stepKey: string;
  readonly lane: Lane;
  readonly dueAt: Instant;
  /** Where it was given a later turn: when its flow wanted it. */
  readonly plannedFor?: Instant;
}

/** A message that exists already, as planning and deciding need to see it. */
export interface KnownMessage {
  readonly slot: Slot;
  readonly purpose: Purpose;
  readonly lane: Lane;
  readonly state: MessageState;
  /** For refused, stopped and failed: whether the slot stays closed for good. */
  readonly final: boolean;
  readonly flowKey: string;
  readonly flowVersion: number;
  readonly stepKey: string;
  readonly dueAt: Instant;
  /** When planning wanted it to fall due; `dueAt` is another where a `wait` put it off. */
  readonly plannedFor: Instant;
  readonly planVersion: number;
}
