export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z_95 = 1.959963984540054;

/** Wilson's score interval of a share: honest for small samples and for shares near 0 and 1. */
export function wilsonInterval(hits: number, trials: number, z = Z_95): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const factor = (z * z) / trials;
  const centre = share + factor / 2;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + factor / (4 * trials));
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / (1 + factor)),
    high: hits === trials ? 1 : Math.min(1, (centre + spread) / (1 + factor)),
  };
}
