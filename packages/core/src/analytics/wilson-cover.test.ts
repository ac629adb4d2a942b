import { describe, expect, it } from "vitest";
import { drawBinomial, seededUniform } from "./testing/roll-out.ts";
import { wilsonInterval } from "./wilson.ts";

describe("Wilson's interval beside published values", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score without correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i: %f to %f", (...[hits, trials, low, high]) => {
    const interval = wilsonInterval(hits, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe("how often the interval holds the true rate", () => {
  it("is at least 94 of 100, over rates from half a percent to a fifth", () => {
    const random = seededUniform(94);
    let [held, trials] = [0, 0];
    for (let run = 0; run < 4_000; run += 1) {
      const rate = 0.005 + 0.195 * random();
      const sent = 50 + Math.floor(950 * random());
      const { low, high } = wilsonInterval(drawBinomial(random, sent, rate), sent);
      held += low <= rate && rate <= high ? 1 : 0;
      trials += 1;
    }
    expect(held / trials).toBeGreaterThanOrEqual(0.94);
  });
});
