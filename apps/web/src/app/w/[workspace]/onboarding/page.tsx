import type { Metadata } from "next";
import { OnboardingView } from "../../../../features/onboarding/onboarding-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Set up · ${name}` };
}

export default async function OnboardingPage({ params }: Props) {
  const { workspace } = await params;
  await getQueryClient().prefetchQuery(api.store.details.queryOptions({ workspace }));
  return (
    <HydrateApi>
      <OnboardingView />
    </HydrateApi>
  );
}
