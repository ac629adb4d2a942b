import { expect, it } from "vitest";
import { optOutRate } from "./opt-out-rate.ts";

it.each([
  [0, 0, null, "unclear"],
  [1, 50, 1 / 51, "unclear"],
  [0, 5000, 0, "below"],
  [13, 987, 0.013, "unclear"],
  [60, 940, 0.06, "above"],
])("%i refused, %i reached: rate %f, %s", (...[refused, reached, rate, compared]) => {
  const result = optOutRate({ refused, reached });
  expect(result.comparedToReference).toBe(compared);
  expect(result.settled).toBe(refused + reached);
  if (rate === null) expect(result.rate).toBeNull();
  else expect(result.rate).toBeCloseTo(rate, 10);
});
