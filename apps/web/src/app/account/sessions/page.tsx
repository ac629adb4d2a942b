import type { Metadata } from "next";
import { SessionsView } from "../../../features/account/sessions-view.tsx";
import { api, getQueryClient, HydrateApi } from "../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  await getQueryClient().prefetchQuery(api.account.sessions.queryOptions());
  return (
    <HydrateApi>
      <SessionsView />
    </HydrateApi>
  );
}
