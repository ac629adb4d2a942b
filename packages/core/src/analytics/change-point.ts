/** Refused and settled first e-mails of one span of equal length (a week), in order. */
export interface RatePoint {
  readonly refused: number;
  readonly settled: number;
}

export interface ChangePoint {
  /** Index of the first point after the change. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** Chance of a split at least this clear where nothing changed, corrected for looking at every place. */
  readonly p: number;
}

/** Spans on each side; a single odd week is no roll-out. */
const LEAST_SIDE = 2;
const LEAST_P = 0.01;

/**
 * Where the refusal rate changed, as when Amazon rolls the setting out in a marketplace: the split with the largest
 * binomial likelihood ratio, or null where none is clear (p < 0.01 after Bonferroni's correction).
 */
export function findChange(points: readonly RatePoint[]): ChangePoint | null {
  const places = Array.from(
    { length: Math.max(0, points.length - 2 * LEAST_SIDE + 1) },
    (_, index) => index + LEAST_SIDE,
  );
  const splits = places.map((at) => judgeSplit(points, at));
  const best = splits.toSorted((a, b) => b.ratio - a.ratio)[0];
  if (best === undefined) return null;
  const p = Math.min(1, splits.length * chiSquareTail(best.ratio));
  return p < LEAST_P ? { at: best.at, before: best.before, after: best.after, p } : null;
}

function judgeSplit(points: readonly RatePoint[], at: number) {
  const [left, right] = [total(points.slice(0, at)), total(points.slice(at))];
  const whole = { refused: left.refused + right.refused, settled: left.settled + right.settled };
  const ratio = 2 * (logLikelihood(left) + logLikelihood(right) - logLikelihood(whole));
  return { at, before: share(left), after: share(right), ratio };
}

function total(points: readonly RatePoint[]): RatePoint {
  return points.reduce(
    (sum, point) => ({ refused: sum.refused + point.refused, settled: sum.settled + point.settled }),
    { refused: 0, settled: 0 },
  );
}

function share({ refused, settled }: RatePoint): number {
  return settled === 0 ? 0 : refused / settled;
}

/** Of a binomial at its own share. */
function logLikelihood({ refused, settled }: RatePoint): number {
  const term = (count: number) => (count === 0 ? 0 : count * Math.log(count / settled));
  return settled === 0 ? 0 : term(refused) + term(settled - refused);
}

/** P(χ² with one degree of freedom > x) = erfc(√(x/2)); Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
export function chiSquareTail(x: number): number {
  if (x <= 0) return 1;
  const z = Math.sqrt(x / 2);
  const t = 1 / (1 + 0.3275911 * z);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return poly * Math.exp(-z * z);
}
