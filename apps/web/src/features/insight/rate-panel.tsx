"use client";

import { RATE_DAYS } from "@heed/core/analytics/first-emails";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { PanelState, stateOf } from "./panel-data.tsx";
import { WeekPanel } from "./week-panel.tsx";

/** The opt-out rate as Insights shows it, beside other things: it comes after them, so that they need not wait for it. */
export function RatePanel() {
  const api = useTRPC();
  const place = usePlace();
  const query = useQuery(api.insight.firstEmails.queryOptions({ ...place, days: RATE_DAYS }));
  const state = stateOf(query, query.data?.rows.length === 0);
  if (state !== null || query.data === undefined) {
    return (
      <PanelState
        title="Opt-out rate"
        state={state ?? "loading"}
        none="No first e-mail has a known fate yet. The rate counts buyers by their first e-mail, once the first verified notice has proven that notices arrive."
      />
    );
  }
  return <WeekPanel data={query.data} />;
}
