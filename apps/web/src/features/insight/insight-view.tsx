"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { CallsPanel } from "./calls-panel.tsx";
import { ExperimentPanel } from "./experiment-panel.tsx";
import { GroupPanels } from "./group-panels.tsx";
import { HourPanel } from "./hour-panel.tsx";
import { INSIGHT_FILTERS, insightQuery, PERIOD_WORDS, PERIODS } from "./insight-filters.ts";
import { LanePanel } from "./lane-panel.tsx";
import { WeekPanel } from "./week-panel.tsx";
import { WindowPanel } from "./window-panel.tsx";

export function InsightView() {
  const api = useTRPC();
  const place = usePlace();
  const [days] = useQueryState("days", INSIGHT_FILTERS.days);
  const { data } = useSuspenseQuery(api.insight.firstEmails.queryOptions({ ...place, days }));
  const page = sectionPath(place, "insights");
  return (
    <>
      <PageHeader title="Insights">
        <IntentLink href={`${page}/proof`} className={buttonClass("secondary", "small")}>
          Proof for Amazon
        </IntentLink>
        <Segmented
          label="Period"
          current={String(days)}
          segments={PERIODS.map((period) => ({
            key: String(period),
            label: PERIOD_WORDS[period],
            href: insightQuery(page, { days: period }),
          }))}
        />
      </PageHeader>
      <div className="flex flex-col gap-5">
        {data.rows.length === 0 ? (
          <EmptyState
            title="No first e-mail has a known fate yet"
            text="The opt-out rate counts buyers whose first e-mail of the period was refused or reached them, once the first verified notice has proven that notices arrive."
            ghosts
          />
        ) : (
          <>
            <WeekPanel data={data} />
            <GroupPanels rows={data.rows} />
          </>
        )}
        <LanePanel days={days} />
        <HourPanel days={days} />
        <div className="grid gap-5 lg:grid-cols-2">
          <WindowPanel days={days} />
          <CallsPanel days={days} />
        </div>
        <ExperimentPanel />
      </div>
    </>
  );
}
