import type { Lane, Purpose, Slot } from "./message.ts";

export interface PurposeMeaning {
  readonly lanes: readonly Lane[];
  /** Operation of the Messaging API (2026-08-05); null where none fits and a person acts in Seller Central. */
  readonly operation: string | null;
  /** Passes a buyer's opt-out: only what the order cannot do without. */
  readonly critical: boolean;
}

/** DESIGN §6, purposes. `address_issue` has an operation only while the order is unshipped. */
export const PURPOSE_MEANINGS: Readonly<Record<Purpose, PurposeMeaning>> = {
  review_request: { lanes: ["solicitation", "email"], operation: null, critical: false },
  customization_question: { lanes: ["typed"], operation: "confirmCustomizationDetails", critical: true },
  delivery_scheduling: { lanes: ["typed"], operation: "confirmDeliveryDetails", critical: true },
  address_issue: { lanes: ["typed"], operation: "confirmOrderDetails", critical: true },
  order_problem: { lanes: ["typed"], operation: "unexpectedProblem", critical: true },
  legal_disclosure: { lanes: ["typed"], operation: "legalDisclosure", critical: true },
  digital_access_key: { lanes: ["typed"], operation: "digitalAccessKey", critical: false },
  service_appointment: { lanes: ["typed"], operation: "confirmServiceDetails", critical: false },
  invoice: { lanes: ["typed"], operation: "invoice", critical: false },
  warranty: { lanes: ["typed"], operation: "warranty", critical: false },
  return_question: { lanes: [], operation: null, critical: false },
};

/** The slot that a message of this purpose takes; null where no message of ours is possible. */
export function slotOf(purpose: Purpose): Slot | null {
  const { lanes, operation } = PURPOSE_MEANINGS[purpose];
  if (lanes.includes("solicitation") || lanes.includes("email")) return "proactive";
  return operation === null ? null : `typed:${operation}`;
}

/** Review requests go as HTML mail; what goes through Amazon's typed messages, or by a person's hand, is plain text. */
export function textFormat(purpose: Purpose): "html" | "plain" {
  return slotOf(purpose) === "proactive" ? "html" : "plain";
}
