import { type Interval, wilsonInterval } from "./wilson.ts";

/** Share of messages that opted-out buyers refused in the first public sample (2017). */
export const REFERENCE_RATE = 0.013;

export interface OptOutRate {
  readonly refused: number;
  /** Messages with a known fate: reached or refused. */
  readonly settled: number;
  /** Null without any settled message. */
  readonly rate: number | null;
  /** 95 %, Wilson. */
  readonly interval: Interval;
  readonly reference: number;
  /** `unclear` while the interval holds the reference. */
  readonly comparedToReference: "below" | "above" | "unclear";
}

export function optOutRate(counts: { readonly refused: number; readonly reached: number }): OptOutRate {
  const settled = counts.refused + counts.reached;
  const interval = wilsonInterval(counts.refused, settled);
  return {
    refused: counts.refused,
    settled,
    rate: settled === 0 ? null : counts.refused / settled,
    interval,
    reference: REFERENCE_RATE,
    comparedToReference: compare(interval),
  };
}

function compare({ low, high }: Interval): OptOutRate["comparedToReference"] {
  if (high < REFERENCE_RATE) return "below";
  return low > REFERENCE_RATE ? "above" : "unclear";
}
