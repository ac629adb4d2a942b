"use client";

import { optOutRate } from "@heed/core/analytics/opt-out-rate";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { count, percent } from "../number-words.ts";
import { dayLabel, rateWords } from "./rate-words.ts";
import { type RateDay, type RollingPoint, rollingRate } from "./rolling-rate.ts";

const RateChart = dynamic(() => import("./rate-chart.tsx").then((module) => module.RateChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-item" />,
});

const COMPARED = {
  below: "Below the first public sample of 1.3 %.",
  above: "Above the first public sample of 1.3 %.",
  unclear: "Too few messages to tell it from the first public sample of 1.3 %.",
} as const;

/** Share of messages that buyers refused, with its uncertainty, as a chart or as the table behind it. */
export function RatePanel({ days }: { days: readonly RateDay[] }) {
  const [asTable, setAsTable] = useState(false);
  const refused = days.reduce((sum, day) => sum + day.refused, 0);
  const sent = days.reduce((sum, day) => sum + day.sent, 0);
  const whole = optOutRate({ refused, reached: sent - refused });
  const points = rollingRate(days);
  return (
    <Panel
      title="Opt-out rate"
      note="30 days"
      action={
        <Button variant="ghost" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? "View as chart" : "View as table"}
        </Button>
      }
    >
      <div className="flex flex-wrap items-baseline gap-x-3 px-4">
        <span className="text-figure tabular-nums">{whole.rate === null ? "–" : percent(whole.rate)}</span>
        {whole.rate === null ? (
          <span className="text-small text-ink-2">No message that a buyer could refuse was sent yet.</span>
        ) : (
          <span className="text-small text-ink-2 tabular-nums">
            {percent(whole.interval.low)} to {percent(whole.interval.high)} with 95 % confidence, {count(refused)} of{" "}
            {count(sent)} messages. {COMPARED[whole.comparedToReference]}
          </span>
        )}
      </div>
      <div className="h-60 px-2 pt-2 pb-3">
        {asTable ? <RateTable points={points} /> : <RateChart points={points} />}
      </div>
    </Panel>
  );
}

function RateTable({ points }: { points: readonly RollingPoint[] }) {
  return (
    <Scroller label="Opt-out rate by day" className="h-full">
      <table className="w-full text-small tabular-nums">
        <thead className="sticky top-0 bg-surface text-left text-ink-2">
          <tr>
            <th scope="col" className="px-2 py-1 font-medium">
              Week to
            </th>
            <th scope="col" className="px-2 py-1 font-medium">
              Rate
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.day} className="border-t border-hairline">
              <td className="px-2 py-1">{dayLabel(point.day)}</td>
              <td className="px-2 py-1">{rateWords(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
