import { wilsonInterval } from "@heed/core/analytics/wilson";

export interface RateDay {
  /** ISO date. */
  readonly day: string;
  readonly refused: number;
  /** Messages of that day that the buyer could refuse. */
  readonly sent: number;
}

export interface RollingPoint {
  readonly day: string;
  readonly refused: number;
  readonly sent: number;
  /** Null while the span holds no message: a gap, not a zero. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

/** Single days are too few for a rate, so each point looks back over a week. */
const SPAN_DAYS = 7;

export function rollingRate(days: readonly RateDay[]): readonly RollingPoint[] {
  return days.map(({ day }, index) => {
    const span = days.slice(Math.max(0, index - SPAN_DAYS + 1), index + 1);
    const refused = span.reduce((sum, each) => sum + each.refused, 0);
    const sent = span.reduce((sum, each) => sum + each.sent, 0);
    if (sent === 0) return { day, refused, sent, rate: null, interval: null };
    const { low, high } = wilsonInterval(refused, sent);
    return { day, refused, sent, rate: refused / sent, interval: [low, high] as const };
  });
}
