import type { RatePoint } from "../change-point.ts";

/** Uniform numbers that a seed repeats (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function drawBinomial(random: () => number, trials: number, share: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial += 1) hits += random() < share ? 1 : 0;
  return hits;
}

export interface RollOut {
  readonly points: readonly RatePoint[];
  readonly rateAt: (week: number) => number;
}

/** A roll-out of some strength, speed and size, seen for some weeks: exponential or S-shaped, as we do not know which. */
export function simulateRollOut(random: () => number): RollOut {
  const between = (low: number, high: number) => low + (high - low) * random();
  const [start, end, speed] = [between(0.002, 0.02), between(0.05, 0.18), between(0.06, 0.5)];
  const logistic = random() < 0.4;
  const middle = between(2, 8);
  const rateAt = (week: number) =>
    logistic
      ? start + (end - start) / (1 + Math.exp(-2 * speed * (week - middle)))
      : end - (end - start) * Math.exp(-speed * week);
  const perWeek = Math.round(between(150, 900));
  const weeks = Math.round(between(8, 20));
  const points = Array.from({ length: weeks }, (_, week) => ({
    settled: perWeek,
    refused: drawBinomial(random, perWeek, rateAt(week)),
  }));
  return { points, rateAt };
}
