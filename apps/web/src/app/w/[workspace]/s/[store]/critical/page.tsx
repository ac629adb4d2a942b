import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { listInput, loadCriticalFilters } from "../../../../../../features/critical/critical-filters.ts";
import { CriticalView } from "../../../../../../features/critical/critical-view.tsx";
import type { Place } from "../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Critical", await params) };
}

export default async function CriticalPage({ params, searchParams }: Props) {
  const place = await params;
  const filters = await loadCriticalFilters(searchParams);
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(api.critical.quota.queryOptions({ workspace: place.workspace })),
    queryClient.prefetchQuery(api.critical.list.queryOptions(listInput(place, filters))),
  ]);
  return (
    <HydrateApi>
      <CriticalView />
    </HydrateApi>
  );
}
