import { describe, expect, it } from "vitest";
import { CLOSED, DEVELOP } from "./all-sets.ts";
import { isCaught, scoreOf, scoresBy } from "./score.ts";

const ALL = [...DEVELOP, ...CLOSED];

describe("the labelled messages", () => {
  it("are 1,200 and more in twelve languages, nearly half of them allowed", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(1_200);
    expect(new Set(ALL.map(({ language }) => language)).size).toBe(12);
    expect(ALL.filter(({ rule }) => rule === null).length / ALL.length).toBeGreaterThan(0.4);
    expect(new Set(ALL.map(({ text }) => text)).size).toBe(ALL.length);
  });

  it.each([
    ["developed on", DEVELOP],
    ["closed", CLOSED],
  ])("are told apart, block from pass: %s", (_name, messages) => {
    expect(scoreOf(messages).f1).toBeGreaterThanOrEqual(0.95);
  });

  it("are told apart in each language", () => {
    for (const [, { f1 }] of scoresBy(ALL, ({ language }) => language)) {
      expect(f1).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("hide hardly an incentive", () => {
    const incentives = ALL.filter(({ rule }) => rule === "PROH-04");
    expect(incentives.filter(isCaught).length / incentives.length).toBeGreaterThanOrEqual(0.97);
  });
});
