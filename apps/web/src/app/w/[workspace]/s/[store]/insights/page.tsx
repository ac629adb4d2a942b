import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { loadInsightFilters } from "../../../../../../features/insight/insight-filters.ts";
import { InsightView } from "../../../../../../features/insight/insight-view.tsx";
import type { Place } from "../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Insights", await params) };
}

export default async function InsightsPage({ params, searchParams }: Props) {
  const place = await params;
  const { days } = await loadInsightFilters(searchParams);
  await getQueryClient().prefetchQuery(api.insight.firstEmails.queryOptions({ ...place, days }));
  return (
    <HydrateApi>
      <InsightView />
    </HydrateApi>
  );
}
