"use client";

import { windowSensitivity } from "@heed/core/analytics/notice-window";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { counted, percent } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import type { Period } from "./insight-filters.ts";
import { PanelState, stateOf } from "./panel-data.tsx";

/** How far "reached" can be trusted, by how soon notices come. */
export function WindowPanel({ days }: { days: Period }) {
  const api = useTRPC();
  const query = useQuery(api.insight.delays.queryOptions({ ...usePlace(), days }));
  const state = stateOf(query, query.data?.length === 0);
  if (state !== null || query.data === undefined)
    return (
      <PanelState title="How soon notices come" state={state ?? "loading"} none="No refusal came in this period." />
    );
  const windows = windowSensitivity(query.data);
  return (
    <ChartPanel
      title="How soon notices come"
      sample={counted(query.data.length, "notice")}
      table={{
        head: ["Window", "Came within", "95 % from", "to"],
        rows: windows.map((one) => [`${one.hours} h`, percent(one.share), percent(one.low), percent(one.high)]),
      }}
    >
      <ul className="flex flex-col gap-2 text-small">
        {windows.map((one) => (
          <li key={one.hours} className="grid grid-cols-[56px_minmax(0,1fr)_120px] items-center gap-3">
            <span className="text-ink-2">{one.hours} h</span>
            <span className="h-3 rounded-badge bg-sunken" aria-hidden>
              <span className="block h-3 rounded-badge bg-accent" style={{ width: `${one.share * 100}%` }} />
            </span>
            <span className="text-right text-ink-3 tabular-nums">
              {percent(one.share)} ({percent(one.low)}+)
            </span>
          </li>
        ))}
      </ul>
      <p className="pt-3 text-small text-ink-2">
        A message counts as reached when 72 hours pass without a notice. Notices that come later still count, and take a
        charge back.
      </p>
    </ChartPanel>
  );
}
