import type { Metadata } from "next";
import { SecurityView } from "../../../features/second-factor/security-view.tsx";
import { api, getQueryClient, HydrateApi } from "../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  await getQueryClient().prefetchQuery(api.secondFactor.state.queryOptions());
  return (
    <HydrateApi>
      <SecurityView />
    </HydrateApi>
  );
}
