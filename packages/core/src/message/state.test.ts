import { describe, expect, it } from "vitest";
import { MESSAGE_STATES, type MessageState } from "./message.ts";
import { canMove, holdsSlot, isFinalRule, LIVING_STATES, TRANSITIONS } from "./state.ts";

/** DESIGN §6, written out once more and on its own. */
const ALLOWED = new Set([
  "planned>awaiting_approval",
  "planned>sending",
  "planned>refused",
  "planned>superseded",
  "planned>stopped",
  "awaiting_approval>planned",
  "awaiting_approval>refused",
  "awaiting_approval>superseded",
  "awaiting_approval>stopped",
  "sending>sent",
  "sending>failed",
  "sending>unknown",
  "sending>planned",
  "sending>refused_by_buyer",
  "sending>bounced",
  "sending>suppressed",
  "sent>reached",
  "sent>refused_by_buyer",
  "sent>bounced",
  "sent>suppressed",
  "sent>failed",
  "reached>refused_by_buyer",
  "reached>bounced",
  "reached>failed",
  "unknown>sent",
  "unknown>failed",
  "unknown>refused_by_buyer",
  "unknown>bounced",
]);

const pairs = MESSAGE_STATES.flatMap((from) => MESSAGE_STATES.map((to) => [from, to] as const));

describe("states of a message", () => {
  it.each(pairs)("%s → %s", (from, to) => {
    expect(canMove(from, to)).toBe(ALLOWED.has(`${from}>${to}`));
  });

  it("the table names every state and no pair twice", () => {
    expect(Object.keys(TRANSITIONS).toSorted()).toEqual([...MESSAGE_STATES].toSorted());
    for (const targets of Object.values(TRANSITIONS)) expect(new Set(targets).size).toBe(targets.length);
  });

  it("what has left for Amazon never becomes planned again, except from an intent without a call", () => {
    const back = MESSAGE_STATES.filter((from) => canMove(from, "planned"));
    expect(back).toEqual(["awaiting_approval", "sending"]);
  });

  it.each<[MessageState, boolean]>([
    ["planned", true],
    ["awaiting_approval", true],
    ["sending", true],
    ["sent", true],
    ["reached", true],
    ["refused_by_buyer", true],
    ["bounced", true],
    ["suppressed", true],
    ["unknown", true],
    ["refused", false],
    ["superseded", false],
    ["stopped", false],
    ["failed", false],
  ])("%s holds the slot: %s", (state, holds) => {
    expect(holdsSlot(state)).toBe(holds);
    expect(LIVING_STATES.some((living) => living === state)).toBe(holds);
  });

  it.each([
    ["already_requested_or_ineligible", true],
    ["window_over", true],
    ["replacement", true],
    ["cancelled", true],
    ["stopped_by_person", true],
    ["guideline_block", true],
    ["store_paused", false],
    ["dry_run", false],
    ["daily_cap", false],
    ["buyer_opted_out", false],
    ["store_restricted", false],
    ["PROH-04", false],
  ])("%s is final: %s", (rule, final) => {
    expect(isFinalRule(rule)).toBe(final);
  });
});
