import { describe, expect, it } from "vitest";
import { aMessage, at } from "../testing.ts";
import type { Decision, Reason, Verdict } from "./decision.ts";
import { ledgerLine, repeats } from "./ledger-line.ts";

const until = at("2026-03-14T16:00:00Z");
const reason: Reason = { rule: "store_paused", result: "wait", facts: { until: "2026-03-14T16:00:00.000Z", x: 1 } };

function lineOf(verdict: Verdict): Decision {
  return ledgerLine(aMessage(), verdict, "2026-11-23");
}

describe("the line of a verdict", () => {
  it.each<[Verdict, Partial<Decision>]>([
    [
      { kind: "send", lane: "email", reasons: [] },
      { verdict: "send", lane: "email", rule: null, waitUntil: null },
    ],
    [
      { kind: "wait", until, rule: "store_paused", reasons: [reason] },
      { verdict: "wait", rule: "store_paused", waitUntil: until },
    ],
    [
      { kind: "refuse", rule: "cancelled", final: true, reasons: [] },
      { verdict: "refuse", rule: "cancelled", lane: "solicitation" },
    ],
    [
      { kind: "refuse", rule: "dry_run", final: false, reasons: [] },
      { verdict: "dry_run", rule: "dry_run" },
    ],
  ])("%#", (verdict, expected) => {
    expect(lineOf(verdict)).toMatchObject({ phase: "send", slot: "proactive", rulePack: "2026-11-23", ...expected });
  });
});

describe("a line that only repeats the last one", () => {
  const refusal = lineOf({ kind: "refuse", rule: "cancelled", final: true, reasons: [reason] });
  it("is the same verdict with the same reasons, in whatever order their facts come", () => {
    const again = { ...refusal, reasons: [{ ...reason, facts: { x: 1, until: "2026-03-14T16:00:00.000Z" } }] };
    expect(repeats(refusal, again)).toBe(true);
  });

  it("a wait for the same rule, whenever it ends", () => {
    const wait = lineOf({ kind: "wait", until, rule: "store_paused", reasons: [reason] });
    const later = lineOf({ kind: "wait", until: until.add({ hours: 6 }), rule: "store_paused", reasons: [] });
    expect(repeats(wait, later)).toBe(true);
    expect(repeats(wait, lineOf({ kind: "wait", until, rule: "blackout", reasons: [] }))).toBe(false);
  });

  it.each<[string, Decision | null]>([
    ["no line yet", null],
    ["another verdict", { ...refusal, verdict: "dry_run" }],
    ["another phase", { ...refusal, phase: "plan" }],
    ["another lane", { ...refusal, lane: "email" }],
    ["another rule pack", { ...refusal, rulePack: "2027-01-01" }],
    ["other facts", { ...refusal, reasons: [{ ...reason, facts: { until: null, x: 1 } }] }],
  ])("not: %s", (_, last) => {
    expect(repeats(last, refusal)).toBe(false);
  });
});
