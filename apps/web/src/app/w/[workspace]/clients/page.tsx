import type { Metadata } from "next";
import { ClientsView } from "../../../../features/clients/clients-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Clients · ${name}` };
}

/** The board of an agency; a seller has none. */
export default async function ClientsPage({ params }: Props) {
  const { workspace } = await params;
  const queryClient = getQueryClient();
  const board = await orNotFound(call.client.portfolio({ workspace }));
  queryClient.setQueryData(api.client.portfolio.queryKey({ workspace }), board);
  await queryClient.prefetchQuery(api.client.list.queryOptions({ workspace }));
  return (
    <HydrateApi>
      <ClientsView />
    </HydrateApi>
  );
}
