import { REFERENCE_RATE } from "./opt-out-rate.ts";
import { wilsonInterval } from "./wilson.ts";

export interface SilenceFacts {
  /** Messages sent in the last days that could bring a notice, and notices that came for them. */
  readonly sent: number;
  readonly refused: number;
  /** The same before that; where it says too little, a cautious share of the public sample is expected. */
  readonly before: { readonly sent: number; readonly refused: number };
}

export interface Silence {
  /** At least so many of a hundred were to be expected, read cautiously. */
  readonly expectedRate: number;
  /** How likely so few notices are, if they all reach us. */
  readonly probability: number;
  readonly alarm: boolean;
}

/** Fewer messages say nothing about what is usual for a store. */
const LEAST_HISTORY = 500;
/** Without history: half of what the first public sample saw, as stores differ. */
const CAUTIOUS_RATE = REFERENCE_RATE / 2;
/** One false alarm in a thousand looks. */
const IMPROBABLE = 0.001;

/** Whether so few notices for so many messages mean that notices do not reach us (the setting was changed, say). */
export function judgeSilence({ sent, refused, before }: SilenceFacts): Silence {
  const known = before.sent >= LEAST_HISTORY;
  const expectedRate = known ? wilsonInterval(before.refused, before.sent).low : CAUTIOUS_RATE;
  const probability = atMost(refused, sent, expectedRate);
  return { expectedRate, probability, alarm: sent > 0 && probability < IMPROBABLE };
}

/** P(X ≤ k) of a binomial, summed from the first term up; exact enough where it is small. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  let term = Math.exp(n * Math.log1p(-p));
  let total = term;
  for (let i = 1; i <= Math.min(k, n); i += 1) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    total += term;
  }
  return Math.min(1, total);
}
