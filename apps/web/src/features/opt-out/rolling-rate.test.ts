import { describe, expect, it } from "vitest";
import { rateTicks } from "./rate-axis.ts";
import { rollingRate } from "./rolling-rate.ts";

const day = (n: number, refused: number, sent: number) => ({
  day: `2026-11-${String(n).padStart(2, "0")}`,
  refused,
  sent,
});

describe("the rate of a week", () => {
  it("looks back over seven days and no further", () => {
    const days = [day(1, 100, 100), ...[2, 3, 4, 5, 6, 7, 8].map((n) => day(n, 1, 10))];
    const last = rollingRate(days).at(-1);
    expect(last).toMatchObject({ refused: 7, sent: 70, rate: 0.1 });
  });

  it("is a gap and not a zero while nothing was sent", () => {
    expect(rollingRate([day(1, 0, 0)])[0]).toMatchObject({ rate: null, interval: null });
  });

  it("lies within its interval", () => {
    const [point] = rollingRate([day(1, 2, 150)]);
    expect(point?.interval?.[0]).toBeLessThan(2 / 150);
    expect(point?.interval?.[1]).toBeGreaterThan(2 / 150);
  });
});

describe("the axis of rates", () => {
  it("has round steps that hold the reference and every rate", () => {
    expect(rateTicks([])).toEqual([0, 0.005, 0.01, 0.015, 0.02]);
    expect(rateTicks(rollingRate([day(1, 30, 100)])).at(-1)).toBeGreaterThan(0.3);
  });
});
