import { describe, expect, it } from "vitest";
import { pathShapes } from "./path-shape.ts";
import { pathStages } from "./path-stages.ts";

const all = (...counts: number[]) => counts.map((count) => ({ count, fallen: 0 }));

describe("the path diagram", () => {
  it("draws bars as high as their counts, and nothing where there is nothing", () => {
    const heights = pathShapes(all(100, 50, 50, 0, 0)).map(({ height }) => height);
    expect(heights).toEqual([128, 64, 64, 0, 0]);
    expect(pathShapes(all(0, 0)).every(({ band, fall }) => band === null && fall === null)).toBe(true);
  });

  it("keeps a single order among a million visible", () => {
    expect(pathShapes(all(1_000_000, 1))[1]?.height).toBe(2);
  });

  it("draws what fell out, and nothing for what is still on its way", () => {
    const [first, second] = pathShapes([
      { count: 100, fallen: 40 },
      { count: 60, fallen: 0 },
      { count: 10, fallen: 0 },
    ]);
    expect(first?.fall).not.toBeNull();
    expect(second?.fall).toBeNull();
  });

  it("puts what falls out at the bar it leaves, most first, and the rest on its way", () => {
    const stages = pathStages({
      ...{ orders: 100, eligible: 90, planned: 80, sent: 50, reached: 30 },
      fallout: [
        { stage: "eligible", rule: "cancelled", count: 3 },
        { stage: "eligible", rule: "replacement", count: 7 },
        { stage: "sent", rule: "alias_unknown", count: 10 },
      ],
    });
    expect(stages[0]?.fallOuts.map(({ rule }) => rule)).toEqual(["replacement", "cancelled"]);
    expect(stages[2]).toMatchObject({ stage: "planned", open: 20 });
  });
});
