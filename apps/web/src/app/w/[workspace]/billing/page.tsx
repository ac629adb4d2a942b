import { atLeast } from "@heed/core/tenant/role";
import type { Metadata } from "next";
import { BillingView } from "../../../../features/billing/billing-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Billing · ${name}` };
}

export default async function BillingPage({ params }: Props) {
  const place = await params;
  const here = await orNotFound(call.workspace.current(place));
  if (!atLeast(here.role, "admin")) {
    return (
      <EmptyState
        title="Billing is for owners and admins"
        text="They see the plan, what is used and the invoices. Ask one of them if you need to know."
      />
    );
  }
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(api.billing.overview.queryOptions(place)),
    queryClient.prefetchQuery(api.billing.usage.queryOptions(place)),
  ]);
  return (
    <HydrateApi>
      <BillingView />
    </HydrateApi>
  );
}
