import { REFERENCE_RATE } from "@heed/core/analytics/opt-out-rate";
import type { RollingPoint } from "./rolling-rate.ts";

const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const TICKS = 4;

/** Ticks of the axis from 0: round steps, as high as the rates and the reference need; wide intervals of few messages may run out. */
export function rateTicks(points: readonly RollingPoint[]): readonly number[] {
  const highest = Math.max(REFERENCE_RATE, ...points.map(({ rate }) => rate ?? 0)) * 1.4;
  const step = STEPS.find((each) => each * TICKS >= highest) ?? 0.25;
  return Array.from({ length: TICKS + 1 }, (_, index) => index * step);
}

/** First, last and two days between them. */
export function dayTicks(points: readonly RollingPoint[]): readonly string[] {
  const last = points.length - 1;
  return [0, 1 / 3, 2 / 3, 1].flatMap((share) => points[Math.round(share * last)]?.day ?? []);
}
