import type { Metadata } from "next";
import { OverviewView } from "../../../../../../features/overview/overview-view.tsx";
import type { Place } from "../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Overview", await params) };
}

export default async function OverviewPage({ params }: Props) {
  void getQueryClient().prefetchQuery(api.overview.get.queryOptions(await params));
  return (
    <HydrateApi>
      <OverviewView />
    </HydrateApi>
  );
}
