"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { count, counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { ChartPanel } from "./chart-panel.tsx";
import type { Period } from "./insight-filters.ts";
import { PanelState, stateOf } from "./panel-data.tsx";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When e-mails went out, in the buyers' own time. */
export function HourPanel({ days }: { days: Period }) {
  const api = useTRPC();
  const query = useQuery(api.insight.sendHours.queryOptions({ ...usePlace(), days }));
  const state = stateOf(query, query.data?.length === 0);
  if (state !== null || query.data === undefined)
    return (
      <PanelState title="When e-mails go out" state={state ?? "loading"} none="No e-mail went out in this period." />
    );
  const cells = new Map(query.data.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const most = Math.max(1, ...query.data.map(({ sent }) => sent));
  const all = query.data.reduce((sum, { sent }) => sum + sent, 0);
  return (
    <ChartPanel
      title="When e-mails go out"
      sample={`${counted(all, "e-mail")}, in the time of their marketplace`}
      table={{
        head: ["Day", "Hour", "Sent", "Refused"],
        rows: query.data
          .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
          .map(({ weekday, hour, sent, refused }) => [
            DAYS[weekday - 1] ?? "",
            `${hour}:00`,
            count(sent),
            count(refused),
          ]),
      }}
    >
      <Scroller label="E-mails by day and hour">
        <div className="grid min-w-[560px] grid-cols-[40px_repeat(24,minmax(0,1fr))] gap-0.5 text-micro text-ink-3">
          <span />
          {HOURS.map((hour) => (
            <span key={hour} className="text-center tabular-nums">
              {hour % 3 === 0 ? hour : ""}
            </span>
          ))}
          {DAYS.map((day, index) => (
            <Row
              key={day}
              day={day}
              sent={HOURS.map((hour) => cells.get(`${index + 1} ${hour}`)?.sent ?? 0)}
              most={most}
            />
          ))}
        </div>
      </Scroller>
    </ChartPanel>
  );
}

function Row({ day, sent, most }: { day: string; sent: readonly number[]; most: number }) {
  return (
    <>
      <span>{day}</span>
      {HOURS.map((hour) => (
        <span
          key={hour}
          title={`${day} ${hour}:00, ${counted(sent[hour] ?? 0, "e-mail")}`}
          className="relative h-5 rounded-badge bg-sunken"
        >
          <span className="absolute inset-0 rounded-badge bg-accent" style={{ opacity: (sent[hour] ?? 0) / most }} />
        </span>
      ))}
    </>
  );
}
