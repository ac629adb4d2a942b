import type { Metadata } from "next";
import { StoresView } from "../../../../../features/stores/stores-view.tsx";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Stores · ${name}` };
}

export default async function StoresPage({ params }: Props) {
  const { workspace } = await params;
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(api.store.details.queryOptions({ workspace })),
    queryClient.prefetchQuery(api.store.pausedAll.queryOptions({ workspace })),
  ]);
  return (
    <HydrateApi>
      <StoresView />
    </HydrateApi>
  );
}
