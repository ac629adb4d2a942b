import type { Interval } from "./wilson.ts";

export interface RatePoint {
  /** Position in time, evenly spaced: 0, 1, 2 … (weeks). */
  readonly at: number;
  readonly refused: number;
  readonly settled: number;
}

export interface Forecast extends Interval {
  readonly at: number;
  readonly rate: number;
}

/** Fewer points, or fewer messages in all, say nothing about a trend. */
const LEAST_POINTS = 4;
const LEAST_SETTLED = 200;
const Z_95 = 1.959963984540054;

interface Line {
  readonly slope: number;
  readonly centre: number;
  readonly mean: number;
  readonly weight: number;
  readonly spread: number;
  readonly excess: number;
}

/**
 * The opt-out rate some steps ahead: a straight line through the weekly rates, weighted by the messages behind them,
 * with its 95 % interval. The interval covers the line's own uncertainty and grows when the weeks scatter more than
 * chance explains. Null when there is too little to go by.
 */
export function forecastRate(points: readonly RatePoint[], steps: number): readonly Forecast[] | null {
  const used = points.filter((point) => point.settled > 0);
  const settled = used.reduce((sum, point) => sum + point.settled, 0);
  if (used.length < LEAST_POINTS || settled < LEAST_SETTLED) return null;
  const line = lineThrough(used);
  const last = Math.max(...used.map((point) => point.at));
  return Array.from({ length: steps }, (_, index) => ahead(line, last + 1 + index));
}

function lineThrough(points: readonly RatePoint[]): Line {
  const weight = sum(points, (point) => point.settled);
  const centre = sum(points, (point) => point.settled * point.at) / weight;
  const mean = sum(points, (point) => point.refused) / weight;
  const spread = sum(points, (point) => point.settled * (point.at - centre) ** 2);
  const slope = sum(points, (point) => point.settled * (point.at - centre) * (rateOf(point) - mean)) / spread;
  const residual = sum(points, (point) => point.settled * (rateOf(point) - mean - slope * (point.at - centre)) ** 2);
  return { slope, centre, mean, weight, spread, excess: residual / (points.length - 2) };
}

function ahead(line: Line, at: number): Forecast {
  const rate = clamp(line.mean + line.slope * (at - line.centre));
  // Chance alone gives each message the variance p(1-p); half a refusal keeps it above zero in a store without any.
  const chance = Math.max(line.mean, 0.5 / line.weight);
  const variance = Math.max(chance * (1 - chance), line.excess);
  const error = Z_95 * Math.sqrt(variance * (1 / line.weight + (at - line.centre) ** 2 / line.spread));
  return { at, rate, low: clamp(rate - error), high: clamp(rate + error) };
}

function rateOf(point: RatePoint): number {
  return point.refused / point.settled;
}

function sum(points: readonly RatePoint[], value: (point: RatePoint) => number): number {
  return points.reduce((total, point) => total + value(point), 0);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
