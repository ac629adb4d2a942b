/** How many had the outcome, of how many whose fate is known. */
export interface ArmCount {
  readonly hits: number;
  readonly trials: number;
}

export interface SequentialAnswer {
  /** `not_enough_data`: looking again later is allowed, and needed. */
  readonly answer: "not_enough_data" | "a_higher" | "b_higher";
  /** B − A, in shares; null without trials. */
  readonly difference: number | null;
  /** Holds at every look at once with at least 95 %. */
  readonly low: number;
  readonly high: number;
  /** Trials per arm before anything is said. */
  readonly least: number;
}

const ALPHA = 0.05;
/** Before this many trials and this many hits and misses in each arm the normal approximation says nothing. */
const LEAST_TRIALS = 100;
const LEAST_EACH = 5;
/** Spread of the differences that the test is best at: two percentage points. */
const TAU_SQUARED = 0.02 ** 2;

/**
 * Compares two shares while the data come in. One may look as often as one likes: the interval is a confidence sequence
 * from the mixture sequential probability ratio test (Johari, Koomen, Pekelis, Walsh: Always Valid Inference, Operations
 * Research 70(3), 2022; normal mixing). An ordinary interval would be wrong for one look in three after enough looks.
 */
export function compareArms(a: ArmCount, b: ArmCount): SequentialAnswer {
  const unknown = { answer: "not_enough_data", low: -1, high: 1, least: LEAST_TRIALS } as const;
  if (a.trials === 0 || b.trials === 0) return { ...unknown, difference: null };
  const difference = b.hits / b.trials - a.hits / a.trials;
  if (![a, b].every(isReadable)) return { ...unknown, difference };
  const half = halfWidth(varianceOf(a) + varianceOf(b));
  const [low, high] = [difference - half, difference + half];
  const answer = low > 0 ? "b_higher" : high < 0 ? "a_higher" : "not_enough_data";
  return { answer, difference, low: Math.max(-1, low), high: Math.min(1, high), least: LEAST_TRIALS };
}

function isReadable({ hits, trials }: ArmCount): boolean {
  return trials >= LEAST_TRIALS && hits >= LEAST_EACH && trials - hits >= LEAST_EACH;
}

/** Of the arm's share, a little wider than measured: two invented trials, one of each kind. */
function varianceOf({ hits, trials }: ArmCount): number {
  const share = (hits + 1) / (trials + 2);
  return (share * (1 - share)) / trials;
}

function halfWidth(variance: number): number {
  const sum = variance + TAU_SQUARED;
  return Math.sqrt(((variance * sum) / TAU_SQUARED) * (2 * Math.log(1 / ALPHA) + Math.log(sum / variance)));
}
