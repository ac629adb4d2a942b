import type { Metadata } from "next";
import { FlowEditor } from "../../../../../../../features/flow/flow-editor.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { loadFlow } from "../../../../../../../server/load-flow.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place & { readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, store, id } = await params;
  const found = await loadFlow(workspace, store, id);
  return {
    title: `${found.versions[0]?.definition.name ?? "Flow"} · ${await pageTitle("Flows", { workspace, store })}`,
  };
}

export default async function FlowPage({ params }: Props) {
  const { workspace, store, id } = await params;
  getQueryClient().setQueryData(api.flow.get.queryKey({ workspace, store, id }), await loadFlow(workspace, store, id));
  await getQueryClient().prefetchQuery(api.template.list.queryOptions({ workspace, store }));
  return (
    <HydrateApi>
      <FlowEditor id={id} />
    </HydrateApi>
  );
}
