import { describe, expect, it } from "vitest";
import { chiSquareTail, findChange } from "./change-point.ts";
import { drawBinomial, seededUniform } from "./testing/roll-out.ts";

const weeks = (counts: readonly number[]) => counts.map((refused) => ({ refused, settled: 1_000 }));

describe("the change of a rate", () => {
  it("is where a roll-out began", () => {
    expect(findChange(weeks([12, 14, 13, 12, 60, 62, 58, 61]))).toMatchObject({ at: 4 });
  });

  it("is nowhere in a rate that only scatters, nor in a few weeks", () => {
    expect(findChange(weeks([12, 14, 13, 12, 15, 11, 13, 14]))).toBeNull();
    expect(findChange(weeks([10, 90]))).toBeNull();
    expect(findChange([])).toBeNull();
  });

  it("is claimed wrongly in one of a hundred steady courses at most", () => {
    const random = seededUniform(7);
    let wrong = 0;
    for (let run = 0; run < 600; run += 1) {
      const points = Array.from({ length: 12 }, () => ({ settled: 400, refused: drawBinomial(random, 400, 0.03) }));
      wrong += findChange(points) === null ? 0 : 1;
    }
    expect(wrong).toBeLessThanOrEqual(12);
  });
});

describe("the tail of chi-square with one degree of freedom", () => {
  // The usual table of critical values.
  it.each([
    [2.706, 0.1],
    [3.841, 0.05],
    [6.635, 0.01],
    [10.828, 0.001],
  ])("%f: %f", (x, p) => {
    expect(chiSquareTail(x)).toBeCloseTo(p, 4);
  });
});
