import { describe, expect, it } from "vitest";
import { guidelineRules } from "../first-set.ts";
import { isBlocked, lintMessage } from "../lint.ts";
import { FURTHER } from "./further.ts";
import { GERMANIC } from "./germanic.ts";
import { type LabelledMessage, readLabelled, toMessage } from "./labelled-set.ts";
import { ROMANCE } from "./romance.ts";

const ALL = [GERMANIC, ROMANCE, FURTHER].flatMap(readLabelled);
const HALVES = [
  { half: "develop", messages: ALL.filter(({ heldOut }) => !heldOut) },
  { half: "held out", messages: ALL.filter(({ heldOut }) => heldOut) },
];

function isCaught(message: LabelledMessage): boolean {
  return isBlocked(lintMessage(toMessage(message), guidelineRules));
}

function f1(messages: readonly LabelledMessage[]): number {
  const caught = messages.filter(isCaught);
  const right = caught.filter(({ rule }) => rule !== null).length;
  return (2 * right) / (caught.length + messages.filter(({ rule }) => rule !== null).length);
}

describe("the labelled messages", () => {
  it("are 300 and more in twelve languages, nearly half of them allowed", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(300);
    expect(new Set(ALL.map(({ language }) => language)).size).toBe(12);
    expect(ALL.filter(({ rule }) => rule === null).length / ALL.length).toBeGreaterThan(0.44);
    expect(new Set(ALL.map(({ text }) => text)).size).toBe(ALL.length);
  });

  it.each(HALVES)("are told apart, block from pass, with F1 of 0.95 and more: $half", ({ messages }) => {
    expect(messages.length).toBeGreaterThan(100);
    expect(f1(messages)).toBeGreaterThanOrEqual(0.95);
  });

  it("hide hardly an incentive", () => {
    const incentives = ALL.filter(({ rule }) => rule === "PROH-04");
    const found = incentives.filter(isCaught);
    expect(found.length / incentives.length).toBeGreaterThanOrEqual(0.97);
  });
});
