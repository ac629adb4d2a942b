"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { cn } from "../../ui/cn.ts";
import { count, counted, percent } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { dayLabel } from "./day-label.ts";
import type { Period } from "./insight-filters.ts";
import { PanelState, stateOf } from "./panel-data.tsx";

const LANES = [
  { lane: "solicitation", word: "Request a Review", look: "bg-accent" },
  { lane: "typed", word: "Typed message", look: "bg-mark-reached" },
  { lane: "email", word: "E-mail", look: "bg-mark-waiting" },
] as const;

/** How messages went, week by week. */
export function LanePanel({ days }: { days: Period }) {
  const api = useTRPC();
  const query = useQuery(api.insight.lanes.queryOptions({ ...usePlace(), days }));
  const state = stateOf(query, query.data?.length === 0);
  if (state !== null || query.data === undefined)
    return <PanelState title="Lanes" state={state ?? "loading"} none="Nothing was sent in this period." />;
  const weeks = [...Map.groupBy(query.data, ({ week }) => week)].map(([week, rows]) => ({
    week,
    lanes: LANES.map(({ lane }) => rows.find((row) => row.lane === lane)?.sent ?? 0),
  }));
  const most = Math.max(1, ...weeks.map(({ lanes }) => lanes.reduce((sum, one) => sum + one, 0)));
  const all = query.data.reduce((sum, { sent }) => sum + sent, 0);
  return (
    <ChartPanel
      title="Lanes"
      sample={counted(all, "message")}
      table={{
        head: ["Week of", ...LANES.map(({ word }) => word)],
        rows: weeks.map(({ week, lanes }) => [week, ...lanes.map(count)]),
      }}
    >
      <ul className="flex flex-wrap gap-x-4 pb-3 text-small text-ink-2">
        {LANES.map(({ lane, word, look }, index) => (
          <li key={lane} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2.5 rounded-badge", look)} />
            {word} {percent(weeks.reduce((sum, { lanes }) => sum + (lanes[index] ?? 0), 0) / Math.max(1, all))}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-1.5">
        {weeks.map(({ week, lanes }) => (
          <li key={week} className="grid grid-cols-[56px_minmax(0,1fr)_64px] items-center gap-3 text-small">
            <span className="text-ink-3">{dayLabel(week)}</span>
            <span className="flex h-3 gap-px" aria-hidden>
              {LANES.map(({ lane, look }, index) => (
                <span
                  key={lane}
                  className={cn("h-3", look)}
                  style={{ width: `${((lanes[index] ?? 0) / most) * 100}%` }}
                />
              ))}
            </span>
            <span className="text-right text-ink-3 tabular-nums">
              {count(lanes.reduce((sum, one) => sum + one, 0))}
            </span>
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}
