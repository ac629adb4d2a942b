import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { loadOptOutFilters, pageInput } from "../../../../../../features/opt-out/opt-out-filters.ts";
import { OptOutView } from "../../../../../../features/opt-out/opt-out-view.tsx";
import type { Place } from "../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Opt-outs", await params) };
}

export default async function OptOutsPage({ params, searchParams }: Props) {
  const place = await params;
  const filters = await loadOptOutFilters(searchParams);
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(api.optOut.list.queryOptions(pageInput(place, filters)));
  return (
    <HydrateApi>
      <OptOutView />
    </HydrateApi>
  );
}
