import type { Lane, MessageState, Purpose } from "@heed/core/message/message";
import type { Shape, Tone } from "../../ui/state-mark.tsx";

interface StateLook {
  readonly word: string;
  readonly tone: Tone;
  readonly shape: Shape;
}

/** Red is what the buyer refused or what failed; what a rule refused is grey. A word always stands beside the mark. */
export const STATE_LOOKS: Readonly<Record<MessageState, StateLook>> = {
  planned: { word: "Planned", tone: "waiting", shape: "dash" },
  awaiting_approval: { word: "Needs approval", tone: "waiting", shape: "ring" },
  sending: { word: "Sending", tone: "waiting", shape: "ring" },
  sent: { word: "Sent", tone: "waiting", shape: "ring" },
  reached: { word: "Reached", tone: "reached", shape: "disc" },
  refused_by_buyer: { word: "Refused by the buyer", tone: "refused", shape: "square" },
  bounced: { word: "Bounced", tone: "refused", shape: "diamond" },
  suppressed: { word: "Suppressed", tone: "refused", shape: "diamond" },
  unknown: { word: "Unknown", tone: "waiting", shape: "diamond" },
  refused: { word: "Refused by rule", tone: "rule", shape: "slash" },
  superseded: { word: "Superseded", tone: "rule", shape: "slash" },
  stopped: { word: "Stopped", tone: "rule", shape: "slash" },
  failed: { word: "Failed", tone: "refused", shape: "diamond" },
};

export const NOT_PLANNED: StateLook = { word: "Not planned", tone: "rule", shape: "slash" };

export const LANE_WORDS: Readonly<Record<Lane, string>> = {
  solicitation: "Request a Review",
  typed: "Typed message",
  email: "E-mail",
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  review_request: "Review request",
  customization_question: "Customisation question",
  delivery_scheduling: "Delivery scheduling",
  address_issue: "Address issue",
  order_problem: "Order problem",
  legal_disclosure: "Legal disclosure",
  digital_access_key: "Digital access key",
  service_appointment: "Service appointment",
  invoice: "Invoice",
  warranty: "Warranty",
  return_question: "Return question",
};
