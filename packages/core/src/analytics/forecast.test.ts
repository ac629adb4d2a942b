import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastRate, type RatePoint } from "./forecast.ts";

function weeks(...refused: readonly number[]): readonly RatePoint[] {
  return refused.map((count, at) => ({ at, refused: count, settled: 1000 }));
}

describe("the forecast of the opt-out rate", () => {
  it("goes on with a rate that does not change", () => {
    const [next] = forecastRate(weeks(13, 13, 13, 13, 13, 13), 1) ?? [];
    expect(next).toMatchObject({ at: 6 });
    expect(next?.rate).toBeCloseTo(0.013, 10);
  });

  it("goes on with a trend, the less sure the further", () => {
    const forecast = forecastRate(weeks(10, 12, 14, 16, 18, 20), 3) ?? [];
    expect(forecast.map(({ rate }) => Math.round(rate * 1000))).toEqual([22, 24, 26]);
    const widths = forecast.map(({ low, high }) => high - low);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });

  it("is wider when the weeks scatter", () => {
    const width = (points: readonly RatePoint[]) => {
      const [next] = forecastRate(points, 1) ?? [];
      return next === undefined ? 0 : next.high - next.low;
    };
    expect(width(weeks(60, 2, 55, 1, 70, 3))).toBeGreaterThan(1.5 * width(weeks(30, 32, 31, 33, 31, 34)));
  });

  it("says nothing about a few weeks or a few messages", () => {
    expect(forecastRate(weeks(13, 13, 13), 1)).toBeNull();
    expect(
      forecastRate(
        weeks(1, 1, 1, 1).map((point) => ({ ...point, settled: 20 })),
        1,
      ),
    ).toBeNull();
    expect(forecastRate([], 1)).toBeNull();
  });

  it("stays a share, whatever came before", () => {
    const points = fc.array(
      fc.record({ settled: fc.integer({ min: 0, max: 5000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(points, (list) => {
        const given = list.map(({ settled, part }, at) => ({ at, settled, refused: Math.round(settled * part) }));
        for (const { low, rate, high } of forecastRate(given, 8) ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low <= rate && rate <= high).toBe(true);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
