import type { RatePoint } from "./change-point.ts";
import { type OptOutRate, optOutRate } from "./opt-out-rate.ts";

/** So many days of first e-mails the opt-out rate is told of, on the overview and by mail: a quarter. */
export const RATE_DAYS = 91;

/**
 * Buyers by the fate of the *first* e-mail they got in a period (a later one to somebody who refused is not sent, so a
 * rate per message would fall by itself); e-mail lane only, and only while the notice address was proven.
 */
export interface FirstEmails {
  readonly marketplaceId: string;
  /** ISO date of the Monday. */
  readonly week: string;
  readonly repeatBuyer: boolean;
  readonly fulfilledBy: "amazon" | "merchant";
  readonly refused: number;
  readonly reached: number;
}

export interface RateGroup {
  readonly key: string;
  readonly rate: OptOutRate;
}

/** Rates of the groups that a key makes, the largest sample first. */
export function rateBy(rows: readonly FirstEmails[], keyOf: (row: FirstEmails) => string): readonly RateGroup[] {
  const groups = Map.groupBy(rows, keyOf);
  return [...groups]
    .map(([key, list]) => ({ key, rate: optOutRate(total(list)) }))
    .toSorted((a, b) => b.rate.settled - a.rate.settled || (a.key < b.key ? -1 : 1));
}

export function wholeRate(rows: readonly FirstEmails[]): OptOutRate {
  return optOutRate(total(rows));
}

/** One point for each week from the first to the last with a sample, empty weeks included. */
export function weeklyPoints(rows: readonly FirstEmails[], weeks: readonly string[]): readonly RatePoint[] {
  const byWeek = Map.groupBy(rows, ({ week }) => week);
  const points = weeks.map((week) => {
    const { refused, reached } = total(byWeek.get(week) ?? []);
    return { refused, settled: refused + reached };
  });
  const first = points.findIndex(({ settled }) => settled > 0);
  return first < 0 ? [] : points.slice(first);
}

function total(rows: readonly FirstEmails[]): { readonly refused: number; readonly reached: number } {
  return rows.reduce((sum, row) => ({ refused: sum.refused + row.refused, reached: sum.reached + row.reached }), {
    refused: 0,
    reached: 0,
  });
}
