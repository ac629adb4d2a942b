import { type Interval, wilsonInterval } from "./wilson.ts";

export interface WindowSensitivity extends Interval {
  readonly hours: number;
  /** Share of known notices that came within the window. */
  readonly share: number;
}

/** Windows that are compared; a message counts as reached where its window closed without a notice. */
export const WINDOWS = [24, 48, 72, 96, 168] as const;

/**
 * How far "reached" can be trusted: how many of the notices that ever came, came within a window. Late ones show that
 * a message was presumed reached and was not.
 */
export function windowSensitivity(delaysInHours: readonly number[]): readonly WindowSensitivity[] {
  const total = delaysInHours.length;
  return WINDOWS.map((hours) => {
    const within = delaysInHours.filter((delay) => delay <= hours).length;
    return { hours, share: total === 0 ? 1 : within / total, ...wilsonInterval(within, total) };
  });
}

export interface RateCost {
  /** Messages a month that a refusal ends. */
  readonly messages: number;
  /** In minor units: what they would have cost, had they reached somebody; refused ones are credited. */
  readonly moneyMinor: number;
}

export function costOfRate(input: {
  readonly rate: number;
  readonly emailsPerMonth: number;
  readonly unitMinor: number;
}): RateCost {
  const messages = input.rate * input.emailsPerMonth;
  return { messages: Math.round(messages), moneyMinor: Math.round(messages * input.unitMinor) };
}
