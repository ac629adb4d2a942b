import type { Metadata } from "next";
import { StepUpPanel } from "../../../../features/second-factor/step-up-panel.tsx";
import { ownPath } from "../../../../server/auth/own-path.ts";
import { requireViewer } from "../../../../server/auth/require-viewer.ts";
import { ApiProvider } from "../../../../trpc/client.tsx";
import { api, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Confirm that it is you" };

interface Props {
  readonly searchParams: Promise<{ next?: string }>;
}

/** Where pages send people whose session lacks the second factor that they need. */
export default async function StepUpPage({ searchParams }: Props) {
  await requireViewer();
  const next = ownPath((await searchParams).next);
  await getQueryClient().prefetchQuery(api.secondFactor.state.queryOptions());
  return (
    <ApiProvider>
      <HydrateApi>
        <h1 className="text-title">Confirm that it is you</h1>
        <div className="mt-1">
          <StepUpPanel next={next} />
        </div>
      </HydrateApi>
    </ApiProvider>
  );
}
