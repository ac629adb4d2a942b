"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { count, counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import type { Period } from "./insight-filters.ts";
import { PanelState, stateOf } from "./panel-data.tsx";

/** What an order costs in calls to Amazon. */
export function CallsPanel({ days }: { days: Period }) {
  const api = useTRPC();
  const query = useQuery(api.insight.calls.queryOptions({ ...usePlace(), days }));
  const state = stateOf(query, query.data?.operations.length === 0);
  if (state !== null || query.data === undefined)
    return (
      <PanelState title="API calls per order" state={state ?? "loading"} none="Amazon was not called in this period." />
    );
  const { orders, operations } = query.data;
  const calls = operations.reduce((sum, one) => sum + one.calls, 0);
  const most = Math.max(1, ...operations.map((one) => one.calls));
  const each = (value: number) => (orders === 0 ? "–" : (value / orders).toFixed(2));
  return (
    <ChartPanel
      title="API calls per order"
      sample={`${counted(calls, "call")} for ${counted(orders, "order")}`}
      table={{
        head: ["Operation", "Calls", "Throttled", "Per order"],
        rows: operations.map((one) => [one.operation, count(one.calls), count(one.throttled), each(one.calls)]),
      }}
    >
      <div className="text-figure tabular-nums">{each(calls)}</div>
      <ul className="flex flex-col gap-2 pt-2 text-small">
        {operations.slice(0, 8).map((one) => (
          <li key={one.operation} className="grid grid-cols-[minmax(0,1fr)_96px_64px] items-center gap-3">
            <span className="truncate font-mono text-ink-2" title={one.operation}>
              {one.operation}
            </span>
            <span className="h-2 rounded-badge bg-sunken" aria-hidden>
              <span className="block h-2 rounded-badge bg-accent" style={{ width: `${(one.calls / most) * 100}%` }} />
            </span>
            <span className="text-right text-ink-3 tabular-nums">{count(one.calls)}</span>
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}
