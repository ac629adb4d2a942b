/**
 * A store that Amazon fails again and again is left alone for a while:
 *
 * | state     | when                                   | a call                                                 |
 * |-----------|----------------------------------------|--------------------------------------------------------|
 * | closed    | fewer failures in a row than the limit | goes                                                   |
 * | open      | the limit is reached                   | waits until the span is over                           |
 * | half open | the span is over                       | one goes and decides; the others wait for its answer   |
 *
 * A failure is an outage: no answer, a broken one, 5xx. A 429, a refusal or an expired token is an answer like any other.
 */
export const FAILURES_THAT_OPEN = 5;

const FIRST_SPAN_SECONDS = 60;
const LONGEST_SPAN_SECONDS = 1800;

/** How long the one call of a half-open breaker may take before another one may try. */
export const PROBE_SECONDS = 60;

/** So many stores of a region left alone at once: Amazon itself is down there. */
export const STORES_THAT_MAKE_AN_OUTAGE = 3;

/** Seconds for which the breaker opens at so many failures in a row; null while it stays closed. */
export function openSeconds(failures: number): number | null {
  if (failures < FAILURES_THAT_OPEN) return null;
  return Math.min(LONGEST_SPAN_SECONDS, FIRST_SPAN_SECONDS * 2 ** (failures - FAILURES_THAT_OPEN));
}
