import type { Metadata } from "next";
import { TeamView } from "../../../../features/team/team-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Team · ${name}` };
}

export default async function TeamPage({ params }: Props) {
  const { workspace } = await params;
  const { role } = await orNotFound(call.workspace.current({ workspace }));
  const queryClient = getQueryClient();
  const manages = role === "owner" || role === "admin";
  await Promise.all([
    queryClient.prefetchQuery(api.team.members.queryOptions({ workspace })),
    ...(manages
      ? [
          queryClient.prefetchQuery(api.team.invitations.queryOptions({ workspace })),
          queryClient.prefetchQuery(api.grant.list.queryOptions({ workspace })),
        ]
      : []),
  ]);
  return (
    <HydrateApi>
      <TeamView />
    </HydrateApi>
  );
}
