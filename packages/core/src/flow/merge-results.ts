import { REFERENCE_RATE } from "../analytics/opt-out-rate.ts";
import { wilsonInterval } from "../analytics/wilson.ts";
import type { BacktestResult, ExpectedRefusals, RuleCount } from "./backtest-result.ts";

const MOST_SAMPLES = 10;

/** The results of several stores as one. */
export function mergeResults(results: readonly BacktestResult[]): BacktestResult {
  const sum = (read: (result: BacktestResult) => number) => results.reduce((total, one) => total + read(one), 0);
  return {
    orders: sum(({ orders }) => orders),
    sent: sum(({ sent }) => sent),
    otherFlows: sum(({ otherFlows }) => otherFlows),
    toCome: sum(({ toCome }) => toCome),
    byLane: addRecords(results.map(({ byLane }) => byLane)),
    byStep: addRecords(results.map(({ byStep }) => byStep)),
    refusals: addCounts(results.flatMap(({ refusals }) => refusals)),
    waits: addCounts(results.flatMap(({ waits }) => waits)),
    languagesMissing: addCounts(
      results.flatMap(({ languagesMissing }) =>
        languagesMissing.map(({ language, count }) => ({ rule: language, count })),
      ),
    ).map(({ rule, count }) => ({ language: rule, count })),
    hours: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_, hour) => sum(({ hours }) => hours[day]?.[hour] ?? 0)),
    ),
    days: addDays(results.flatMap(({ days }) => days)),
    samples: dealSamples(results),
  };
}

/** By the store's own e-mails so far; with none, by the first public sample, and an interval that says how little that is. */
export function expectedRefusals(
  result: BacktestResult,
  seen: { readonly refused: number; readonly reached: number },
): ExpectedRefusals {
  const emails = result.byLane.email ?? 0;
  const basis = seen.refused + seen.reached;
  const [hits, trials] = basis === 0 ? [REFERENCE_RATE * 100, 100] : [seen.refused, basis];
  const { low, high } = wilsonInterval(hits, trials);
  return { emails, basis, expected: (emails * hits) / trials, low: emails * low, high: emails * high };
}

function addRecords<K extends string>(records: readonly Readonly<Partial<Record<K, number>>>[]): Record<K, number> {
  const total: Record<string, number> = {};
  for (const record of records) {
    for (const [key, count] of Object.entries<number | undefined>(record))
      total[key] = (total[key] ?? 0) + (count ?? 0);
  }
  return total as Record<K, number>;
}

function addCounts(counts: readonly RuleCount[]): RuleCount[] {
  const total = new Map<string, number>();
  for (const { rule, count } of counts) total.set(rule, (total.get(rule) ?? 0) + count);
  return [...total].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count);
}

function addDays(days: BacktestResult["days"]): BacktestResult["days"] {
  const total = new Map<string, number>();
  for (const { day, count } of days) total.set(day, (total.get(day) ?? 0) + count);
  return [...total].map(([day, count]) => ({ day, count })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** In turns, so that no store fills the list. */
function dealSamples(results: readonly BacktestResult[]): BacktestResult["samples"] {
  const longest = Math.max(0, ...results.map(({ samples }) => samples.length));
  const dealt = Array.from({ length: longest }, (_, index) => results.flatMap(({ samples }) => samples[index] ?? []));
  return dealt.flat().slice(0, MOST_SAMPLES);
}
