import type { Metadata } from "next";
import { WorkspacesView } from "../../../features/workspace/workspaces-view.tsx";
import { api, getQueryClient, HydrateApi } from "../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Workspaces" };

export default async function WorkspacesPage() {
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(api.workspace.list.queryOptions()),
    queryClient.prefetchQuery(api.workspace.deleted.queryOptions()),
  ]);
  return (
    <HydrateApi>
      <WorkspacesView />
    </HydrateApi>
  );
}
