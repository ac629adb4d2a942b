import type { RatePoint } from "./change-point.ts";
import type { Interval } from "./wilson.ts";

export interface Plateau extends Interval {
  /** Where the rate comes to rest, if it goes on as it did. */
  readonly rate: number;
}

export interface PlateauForecast {
  readonly plateau: Plateau;
  /** The rate so many spans after the last one. */
  readonly ahead: (spans: number) => Plateau;
}

/** Fewer spans, or fewer messages in all, say nothing about a course. */
const LEAST_POINTS = 5;
const LEAST_SETTLED = 200;
const Z_95 = 1.959963984540054;

/** What is left of the way to the plateau after t spans: 0 at its end. Seen from the newest span, which is t = 0. */
type Course = (t: number) => number;

/** Fast at first, then ever slower: each span covers the same part of what is left. */
const slowing =
  (speed: number): Course =>
  (t) =>
    Math.exp(-speed * t);
/** Slow at first as well, with its steepest place at `middle`. */
const stepping =
  (speed: number, middle: number): Course =>
  (t) =>
    1 / (1 + Math.exp(speed * (t - middle)));

const SPEEDS = [0.03, 0.05, 0.08, 0.12, 0.17, 0.23, 0.3, 0.4, 0.55, 0.75];
const STEP_SPEEDS = [0.15, 0.3, 0.5, 0.8, 1.2];

/** Of each kind, with how likely one of it is beforehand: none, slowing and stepping courses weigh the same. */
function courses(spans: number): readonly { readonly course: Course; readonly prior: number }[] {
  const middles = Array.from({ length: Math.ceil((spans + 6) / 2) }, (_, index) => 5 - 2 * index);
  const steps = STEP_SPEEDS.flatMap((speed) => middles.map((middle) => stepping(speed, middle)));
  return [SPEEDS.map(slowing), steps].flatMap((kind) => kind.map((course) => ({ course, prior: 1 / kind.length })));
}

/**
 * The plateau of an opt-out rate that rises (or falls) towards one: rate(t) = plateau − gap · course(t). For each course
 * the best plateau and gap are found by weighted least squares; the courses, and a rate that does not change at all, are
 * averaged by how well they explain the spans (BIC weights), so that neither a short rise nor a flat course is
 * over-read. The band holds the uncertainty of each and their disagreement. Null where too little is known.
 */
export function forecastPlateau(points: readonly RatePoint[]): PlateauForecast | null {
  const used = points.map((point, at) => ({ ...point, at })).filter(({ settled }) => settled > 0);
  const settled = used.reduce((sum, point) => sum + point.settled, 0);
  if (used.length < LEAST_POINTS || settled < LEAST_SETTLED) return null;
  const last = points.length - 1;
  const spans = weigh(used, last);
  const fits = [flat(spans), ...courses(points.length).map((one) => fitCourse(spans, one))].filter(
    (one) => one !== null,
  );
  const weighted = byEvidence(fits, spans);
  return {
    plateau: average(weighted, Number.POSITIVE_INFINITY),
    ahead: (after) => average(weighted, after),
  };
}

/**
 * What was publicly known before a store's own weeks: 1.3 % in the first sample of 2017, "low double digits" expected.
 * Worth as much as one week of some thirty messages, so that it only holds back a course that hardly began.
 */
const PRIOR = { plateau: 0.08, plateauSpread: 0.05, gapSpread: 0.08 };

interface Span {
  /** Spans before the last one, as a negative number. */
  readonly t: number;
  readonly rate: number;
  /** One over the variance that chance alone gives. */
  readonly weight: number;
}

interface Counted extends RatePoint {
  readonly at: number;
}

/** Weights from the pooled rate with half a refusal added, so that a span without any is not taken for certain. */
function weigh(used: readonly Counted[], last: number): readonly Span[] {
  const refused = used.reduce((sum, point) => sum + point.refused, 0.5);
  const settled = used.reduce((sum, point) => sum + point.settled, 1);
  const pooled = refused / settled;
  return used.map((point) => {
    const near = (point.refused + 10 * pooled) / (point.settled + 10);
    return { t: point.at - last, rate: point.refused / point.settled, weight: point.settled / (near * (1 - near)) };
  });
}

interface Fit {
  readonly course: Course;
  readonly plateau: number;
  readonly gap: number;
  /** Covariance of plateau and gap by chance alone. */
  readonly cov: readonly [number, number, number];
  readonly misfit: number;
  readonly parameters: number;
  readonly prior: number;
}

function flat(spans: readonly Span[]): Fit {
  const sw = sum(spans, ({ weight }) => weight);
  const plateau = sum(spans, ({ weight, rate }) => weight * rate) / sw;
  const misfit = sum(spans, ({ weight, rate }) => weight * (rate - plateau) ** 2);
  return { course: () => 0, plateau, gap: 0, cov: [1 / sw, 0, 0], misfit, parameters: 1, prior: 1 };
}

/** Weighted least squares on 1 and −course(t); null where the two cannot be told apart, or no share comes out. */
function fitCourse(spans: readonly Span[], { course, prior }: { course: Course; prior: number }): Fit | null {
  const shape = (t: number) => -course(t);
  const [a, b, c] = [
    sum(spans, ({ weight }) => weight) + 1 / PRIOR.plateauSpread ** 2,
    sum(spans, ({ weight, t }) => weight * shape(t)),
    sum(spans, ({ weight, t }) => weight * shape(t) ** 2) + 1 / PRIOR.gapSpread ** 2,
  ];
  const [y0, y1] = [
    sum(spans, ({ weight, rate }) => weight * rate) + PRIOR.plateau / PRIOR.plateauSpread ** 2,
    sum(spans, ({ weight, rate, t }) => weight * rate * shape(t)),
  ];
  const determinant = a * c - b * b;
  if (!(determinant > 1e-12 * a * c)) return null;
  const plateau = (c * y0 - b * y1) / determinant;
  const gap = (a * y1 - b * y0) / determinant;
  if (plateau < 0 || plateau > 1) return null;
  const misfit = sum(spans, ({ weight, rate, t }) => weight * (rate - plateau - gap * shape(t)) ** 2);
  const cov = [c / determinant, -b / determinant, a / determinant] as const;
  return { course, plateau, gap, cov, misfit, parameters: 3, prior };
}

interface Weighted {
  readonly fit: Fit;
  readonly weight: number;
  /** How much more the spans scatter than chance explains; at least 1. */
  readonly excess: number;
}

function byEvidence(fits: readonly Fit[], spans: readonly Span[]): readonly Weighted[] {
  const n = spans.length;
  const least = Math.min(...fits.map(({ misfit }) => misfit));
  const excess = Math.max(1, least / Math.max(1, n - 3));
  const bic = fits.map(({ misfit, parameters }) => misfit / excess + parameters * Math.log(n));
  const best = Math.min(...bic);
  const raw = bic.map((one, index) => (fits[index]?.prior ?? 0) * Math.exp(-(one - best) / 2));
  const all = raw.reduce((total, one) => total + one, 0);
  return fits.map((one, index) => ({ fit: one, weight: (raw[index] ?? 0) / all, excess }));
}

function average(weighted: readonly Weighted[], after: number): Plateau {
  const each = weighted.map(({ fit: one, weight, excess }) => {
    const x = after === Number.POSITIVE_INFINITY ? 0 : -one.course(after);
    const [v, cv, w] = one.cov;
    return { weight, rate: clamp(one.plateau + one.gap * x), variance: excess * (v + 2 * x * cv + x * x * w) };
  });
  const rate = sum(each, (one) => one.weight * one.rate);
  const variance = sum(each, (one) => one.weight * (one.variance + (one.rate - rate) ** 2));
  const error = Z_95 * Math.sqrt(Math.max(0, variance));
  return { rate, low: clamp(rate - error), high: clamp(rate + error) };
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
