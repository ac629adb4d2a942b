"use client";

import { findChange } from "@heed/core/analytics/change-point";
import { weeklyPoints, wholeRate } from "@heed/core/analytics/first-emails";
import { costOfRate } from "@heed/core/analytics/notice-window";
import { REFERENCE_RATE } from "@heed/core/analytics/opt-out-rate";
import { forecastPlateau } from "@heed/core/analytics/plateau";
import { wilsonInterval } from "@heed/core/analytics/wilson";
import { PLANS } from "@heed/core/billing/plans";
import { messagePriceMinor } from "@heed/core/billing/price";
import dynamic from "next/dynamic";
import type { Outputs } from "../../server/routers/app.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { dollars, unitPrice } from "../billing/price-words.ts";
import { count, counted, percent } from "../number-words.ts";
import { ChartPanel } from "./chart-panel.tsx";
import type { WeekPoint } from "./week-chart.tsx";
import { mondays } from "./weeks.ts";

const WeekChart = dynamic(() => import("./week-chart.tsx").then((module) => module.WeekChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-item" />,
});

type Data = Outputs["insight"]["firstEmails"];

/** A month of thirty days, in weeks. */
const WEEKS_A_MONTH = 30 / 7;

const SAMPLE = `the first public sample (2017), which saw ${percent(REFERENCE_RATE)} and expected the low double digits.`;
const COMPARED = {
  below: `Below ${SAMPLE}`,
  above: `Above ${SAMPLE}`,
  unclear: `Too few buyers to tell it from ${SAMPLE}`,
} as const;

/** The rate by week, where it changed, where it seems to come to rest, and what that costs. */
export function WeekPanel({ data }: { data: Data }) {
  const weeks = mondays(data.from.toString(), data.to.toString());
  const points = weeklyPoints(data.rows, weeks);
  const shown = weeks.slice(weeks.length - points.length);
  const whole = wholeRate(data.rows);
  const change = findChange(points);
  const forecast = forecastPlateau(points);
  const chart = points.map(({ refused, settled }, index): WeekPoint => {
    const { low, high } = wilsonInterval(refused, settled);
    const known = settled > 0;
    return {
      week: shown[index] ?? "",
      refused,
      settled,
      rate: known ? refused / settled : null,
      interval: known ? [low, high] : null,
    };
  });
  return (
    <ChartPanel
      title="Opt-out rate"
      sample="buyers whose first e-mail of the period was refused"
      table={{ head: ["Week of", "Refused", "Buyers", "Rate", "95 % from", "to"], rows: chart.map(weekRow) }}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-figure tabular-nums">{whole.rate === null ? "–" : percent(whole.rate)}</span>
        <span className="text-small text-ink-2 tabular-nums">
          {percent(whole.interval.low)} to {percent(whole.interval.high)} with 95 % confidence, {count(whole.refused)}{" "}
          of {counted(whole.settled, "buyer")}. {COMPARED[whole.comparedToReference]}
        </span>
      </div>
      <div className="h-60 pt-3">
        <WeekChart points={chart} plateau={forecast?.plateau ?? null} />
      </div>
      <ul className="flex flex-col gap-1 pt-3 text-small text-ink-2">
        <li>
          {change === null
            ? "No week stands out as the one in which the rate changed."
            : `The rate changed in the week of ${shown[change.at] ?? ""}: ${percent(change.before)} before, ${percent(change.after)} since.`}
        </li>
        <li>
          {forecast === null
            ? "Too few weeks or buyers to say where the rate comes to rest."
            : `If it goes on like this it comes to rest near ${percent(forecast.plateau.rate)} (${percent(forecast.plateau.low)} to ${percent(forecast.plateau.high)}).`}
        </li>
        <Cost rate={forecast?.plateau.rate ?? whole.rate ?? 0} points={points} data={data} />
      </ul>
    </ChartPanel>
  );
}

/** By the newest four weeks, and at what a message costs in this workspace's plan. */
function Cost({ rate, points, data }: { rate: number; points: readonly { settled: number }[]; data: Data }) {
  const recent = points.slice(-4);
  const perWeek = recent.reduce((sum, { settled }) => sum + settled, 0) / Math.max(1, recent.length);
  const emailsPerMonth = perWeek * WEEKS_A_MONTH;
  const unitMinor = messagePriceMinor(data.plan, { reached: Math.round(emailsPerMonth), interval: data.interval });
  const { messages, moneyMinor } = costOfRate({ rate, emailsPerMonth, unitMinor: unitMinor ?? 0 });
  return (
    <li>
      At {percent(rate)}, {counted(messages, "message")} a month of about {count(Math.round(emailsPerMonth))} end at a
      refusal.{" "}
      {unitMinor === null
        ? `The plan ${PLANS[data.plan].name} has no price for a message.`
        : `At ${unitPrice(Math.round(unitMinor * 100) * 10)} a message in the plan ${PLANS[data.plan].name} that is ${dollars(moneyMinor)} a month.`}{" "}
      Heed credits each whose notice is proven; without Heed each would also count against Amazon’s daily limit.
    </li>
  );
}

function weekRow({ week, refused, settled, rate, interval }: WeekPoint): readonly string[] {
  const [low, high] = interval ?? [0, 1];
  return [week, count(refused), count(settled), rate === null ? "–" : percent(rate), percent(low), percent(high)];
}
