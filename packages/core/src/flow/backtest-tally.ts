import { marketplaceById } from "../marketplace/marketplaces.ts";
import { DAY, dayOf, HOUR, toLocal, weekdayOf } from "../marketplace/zone-time.ts";
import type { Lane } from "../message/message.ts";
import type { BacktestLine, BacktestResult, RuleCount } from "./backtest-result.ts";

const MOST_SAMPLES = 10;

/** Counts fates as they come in; the samples stay spread evenly over everything that came. */
export class BacktestTally {
  #orders = 0;
  #otherFlows = 0;
  readonly #outcomes = new Map<BacktestLine["outcome"], number>();
  readonly #lanes = new Map<Lane, number>();
  readonly #steps = new Map<string, number>();
  readonly #refusals = new Map<string, number>();
  readonly #waits = new Map<string, number>();
  readonly #missing = new Map<string, number>();
  readonly #days = new Map<string, number>();
  readonly #hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  #samples: BacktestLine[] = [];
  #every = 1;

  count(line: BacktestLine): void {
    this.#sample(line);
    this.#orders += 1;
    add(this.#outcomes, line.outcome);
    if (line.outcome === "sent") this.#countSent(line);
    else if (line.outcome !== "to_come") add(this.#refusals, line.rule ?? "unknown");
  }

  otherFlow(): void {
    this.#orders += 1;
    this.#otherFlows += 1;
  }

  waited(rule: string): void {
    add(this.#waits, rule);
  }

  missing(language: string): void {
    add(this.#missing, language);
  }

  result(): BacktestResult {
    return {
      orders: this.#orders,
      sent: this.#outcomes.get("sent") ?? 0,
      otherFlows: this.#otherFlows,
      toCome: this.#outcomes.get("to_come") ?? 0,
      byLane: Object.fromEntries(this.#lanes),
      byStep: Object.fromEntries(this.#steps),
      refusals: ranked(this.#refusals),
      waits: ranked(this.#waits),
      languagesMissing: ranked(this.#missing).map(({ rule, count }) => ({ language: rule, count })),
      hours: this.#hours,
      days: [...this.#days].map(([day, count]) => ({ day, count })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      samples: evenly(this.#samples),
    };
  }

  #countSent({ lane, stepKey, at, marketplaceId }: BacktestLine): void {
    if (lane !== null) add(this.#lanes, lane);
    if (stepKey !== null) add(this.#steps, stepKey);
    if (at === null) return;
    const local = toLocal(marketplaceById(marketplaceId)?.timeZone ?? "UTC", Date.parse(at));
    const day = dayOf(local);
    add(this.#days, new Date(day * DAY).toISOString().slice(0, 10));
    const row = this.#hours[weekdayOf(day) - 1];
    const hour = Math.floor((local - day * DAY) / HOUR);
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1;
  }

  /** Keeps every n-th line; when too many are kept, every second of them goes and n doubles. */
  #sample(line: BacktestLine): void {
    if (this.#orders % this.#every !== 0) return;
    this.#samples.push(line);
    if (this.#samples.length < 2 * MOST_SAMPLES) return;
    this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    this.#every *= 2;
  }
}

function evenly(lines: readonly BacktestLine[]): readonly BacktestLine[] {
  if (lines.length <= MOST_SAMPLES) return lines;
  return Array.from(
    { length: MOST_SAMPLES },
    (_, index) => lines[Math.floor((index * lines.length) / MOST_SAMPLES)],
  ).filter((line) => line !== undefined);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked(counts: ReadonlyMap<string, number>): RuleCount[] {
  return [...counts].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count);
}
