import type { OptOutRate } from "@heed/core/analytics/opt-out-rate";
import { count, percent } from "../number-words.ts";

export interface RateBar {
  readonly key: string;
  readonly label: string;
  readonly rate: OptOutRate;
}

/** Rates as dots on one scale, each with its interval: where two overlap, nothing is said about which is higher. */
export function IntervalBars({ bars }: { bars: readonly RateBar[] }) {
  const widest = Math.max(0.02, ...bars.map(({ rate }) => Math.min(1, rate.settled < 10 ? 0 : rate.interval.high)));
  const at = (share: number) => `${Math.min(100, (share / widest) * 100)}%`;
  return (
    <ul className="flex flex-col gap-2.5">
      {bars.map(({ key, label, rate }) => (
        <li key={key} className="grid grid-cols-[minmax(96px,160px)_minmax(0,1fr)_132px] items-center gap-3 text-small">
          <span className="truncate text-ink-2">{label}</span>
          <span className="relative h-3 rounded-badge bg-sunken" aria-hidden>
            <span
              className="absolute top-1 h-1 rounded-badge bg-accent/40"
              style={{ left: at(rate.interval.low), right: `calc(100% - ${at(rate.interval.high)})` }}
            />
            <span className="absolute top-0 h-3 w-1 rounded-badge bg-accent" style={{ left: at(rate.rate ?? 0) }} />
          </span>
          <span className="text-right text-ink-3 tabular-nums">
            {rate.rate === null ? "–" : percent(rate.rate)} of {count(rate.settled)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export const RATE_HEAD = ["Group", "Refused", "Buyers", "Rate", "95 % from", "to"] as const;

export function rateRow({ label, rate }: RateBar): readonly string[] {
  return [
    label,
    count(rate.refused),
    count(rate.settled),
    rate.rate === null ? "–" : percent(rate.rate),
    percent(rate.interval.low),
    percent(rate.interval.high),
  ];
}
