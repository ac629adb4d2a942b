import type { MessageState } from "./message.ts";

/**
 * The states of a message (DESIGN §6). A trigger in the database enforces the same table.
 *
 * planned           → awaiting_approval sending refused superseded stopped
 * awaiting_approval → planned refused superseded stopped
 * sending           → sent failed unknown planned refused_by_buyer bounced suppressed
 * sent              → reached refused_by_buyer bounced suppressed failed
 * reached           → refused_by_buyer bounced failed              (late evidence)
 * unknown           → sent failed refused_by_buyer bounced         (by evidence or a person, never by time)
 * refused_by_buyer, bounced, suppressed, refused, superseded, stopped, failed: the end
 */
export const TRANSITIONS: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ["awaiting_approval", "sending", "refused", "superseded", "stopped"],
  awaiting_approval: ["planned", "refused", "superseded", "stopped"],
  sending: ["sent", "failed", "unknown", "planned", "refused_by_buyer", "bounced", "suppressed"],
  sent: ["reached", "refused_by_buyer", "bounced", "suppressed", "failed"],
  reached: ["refused_by_buyer", "bounced", "failed"],
  unknown: ["sent", "failed", "refused_by_buyer", "bounced"],
  refused_by_buyer: [],
  bounced: [],
  suppressed: [],
  refused: [],
  superseded: [],
  stopped: [],
  failed: [],
};

export function canMove(from: MessageState, to: MessageState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** States that hold the slot of the order: no second message takes it (unique index in the database). */
export const LIVING_STATES = [
  "planned",
  "awaiting_approval",
  "sending",
  "sent",
  "reached",
  "refused_by_buyer",
  "bounced",
  "suppressed",
  "unknown",
] as const satisfies readonly MessageState[];

const living: ReadonlySet<MessageState> = new Set(LIVING_STATES);

export function holdsSlot(state: MessageState): boolean {
  return living.has(state);
}

/**
 * Reasons that close the slot for good (DESIGN §6). Everything else may change back: a returned fact, a pause, a brake,
 * the cap, a lifted suppression, a dry run, a restriction.
 */
export const FINAL_RULES: ReadonlySet<string> = new Set([
  "already_requested_or_ineligible",
  "window_over",
  "replacement",
  "cancelled",
  "stopped_by_person",
  "guideline_block",
]);

export function isFinalRule(rule: string): boolean {
  return FINAL_RULES.has(rule);
}
