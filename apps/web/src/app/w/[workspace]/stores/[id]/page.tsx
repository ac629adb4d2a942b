import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StoreView } from "../../../../../features/stores/store-view.tsx";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${await nameOf(await params)} · Stores` };
}

export default async function StorePage({ params }: Props) {
  const { workspace, id } = await params;
  await nameOf({ workspace, id });
  await getQueryClient().prefetchQuery(api.store.details.queryOptions({ workspace }));
  return (
    <HydrateApi>
      <StoreView id={id} />
    </HydrateApi>
  );
}

/** A store that this person may not see does not exist. */
async function nameOf({ workspace, id }: { workspace: string; id: string }): Promise<string> {
  const stores = await orNotFound(call.store.list({ workspace }));
  return stores.find((store) => store.id === id)?.name ?? notFound();
}
