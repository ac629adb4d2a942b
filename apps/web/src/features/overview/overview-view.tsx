"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { BrakeStrip } from "../brake/brake-strip.tsx";
import { HoldButton } from "../brake/hold-button.tsx";
import { RatePanel } from "../insight/rate-panel.tsx";
import { counted } from "../number-words.ts";
import { sectionPath } from "../shell/paths.ts";
import { usePlace, useShell } from "../shell/shell-data.ts";
import { NeedsYou } from "./needs-you.tsx";
import { NextSends } from "./next-sends.tsx";
import { PathDiagram } from "./path-diagram.tsx";
import { pathStages } from "./path-stages.ts";
import { todayFigures } from "./today-figures.ts";
import { TodayStrip } from "./today-strip.tsx";

export function OverviewView() {
  const api = useTRPC();
  const place = usePlace();
  const { stores } = useShell();
  const { data } = useSuspenseQuery(api.overview.get.queryOptions(place));
  const store = stores.find(({ id }) => id === place.store);
  return (
    <>
      <PageHeader title="Overview" count={store?.name ?? counted(stores.length, "store")}>
        <HoldButton start={{ kind: "pause" }}>Pause all</HoldButton>
      </PageHeader>
      <div className="flex flex-col gap-4">
        <BrakeStrip />
        <TodayStrip figures={todayFigures(data.today, place)} />
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(300px,360px)] items-start gap-4 max-xl:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title="The path of your orders" note={`30 days, ${counted(data.path.orders, "order")}`}>
              <PathDiagram stages={pathStages(data.path)} ordersHref={sectionPath(place, "orders")} />
            </Panel>
            <RatePanel />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <NeedsYou items={data.needsYou} />
            <NextSends sends={data.nextSends} />
          </div>
        </div>
      </div>
    </>
  );
}
