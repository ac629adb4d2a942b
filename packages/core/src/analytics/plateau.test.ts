import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RatePoint } from "./change-point.ts";
import { forecastPlateau } from "./plateau.ts";
import { seededUniform, simulateRollOut } from "./testing/roll-out.ts";

const flat = (rate: number, weeks: number): RatePoint[] =>
  Array.from({ length: weeks }, () => ({ settled: 1_000, refused: Math.round(1_000 * rate) }));

describe("the forecast of the plateau", () => {
  it("keeps a rate that does not change", () => {
    const forecast = forecastPlateau(flat(0.013, 10));
    expect(Math.abs((forecast?.plateau.rate ?? 1) - 0.013)).toBeLessThan(0.001);
  });

  it("finds where a rise without noise comes to rest", () => {
    const points = Array.from({ length: 16 }, (_, week) => ({
      settled: 20_000,
      refused: Math.round(20_000 * (0.12 - 0.11 * Math.exp(-0.23 * week))),
    }));
    const forecast = forecastPlateau(points);
    expect(forecast?.plateau.rate).toBeCloseTo(0.12, 2);
    expect(forecast?.plateau.low).toBeLessThan(0.12);
    expect(forecast?.plateau.high).toBeGreaterThan(0.12);
  });

  it("says nothing about a few weeks or a few messages", () => {
    expect(forecastPlateau(flat(0.01, 4))).toBeNull();
    expect(forecastPlateau(flat(0.01, 8).map((point) => ({ ...point, settled: 10, refused: 1 })))).toBeNull();
    expect(forecastPlateau([])).toBeNull();
  });

  it("beats the last value on simulated roll-outs, eight weeks ahead", () => {
    const random = seededUniform(20261125);
    let [ours, last, held, trials] = [0, 0, 0, 0];
    for (let run = 0; run < 400; run += 1) {
      const course = simulateRollOut(random);
      const forecast = forecastPlateau(course.points);
      const newest = course.points.at(-1);
      if (forecast === null || newest === undefined) continue;
      const truth = course.rateAt(course.points.length - 1 + 8);
      const ahead = forecast.ahead(8);
      ours += Math.abs(ahead.rate - truth);
      held += ahead.low <= truth && truth <= ahead.high ? 1 : 0;
      last += Math.abs(newest.refused / newest.settled - truth);
      trials += 1;
    }
    expect(trials).toBeGreaterThan(390);
    expect(ours).toBeLessThan(0.8 * last);
    // The band is a model's; it need not know the course's shape, and holds the truth nonetheless.
    expect(held / trials).toBeGreaterThan(0.9);
  });

  it("stays a share with its band, whatever came before", () => {
    const points = fc.array(
      fc.record({ settled: fc.integer({ min: 0, max: 5_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 52 }), (list, weeks) => {
        const forecast = forecastPlateau(
          list.map(({ settled, part }) => ({ settled, refused: Math.round(settled * part) })),
        );
        for (const { low, rate, high } of forecast === null ? [] : [forecast.plateau, forecast.ahead(weeks)]) {
          expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
        }
      }),
    );
  });
});
