import type { Metadata } from "next";
import { FlowList } from "../../../../../../../features/flow/flow-list.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Flows", await params) };
}

export default async function FlowsPage({ params }: Props) {
  await getQueryClient().prefetchQuery(api.flow.list.queryOptions(await params));
  return (
    <HydrateApi>
      <FlowList />
    </HydrateApi>
  );
}
