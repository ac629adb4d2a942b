import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { call } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string; id: string }>;
  readonly children: ReactNode;
}

/** Asked before the page begins to stream: a store that this person may not see is not there. */
export default async function StoreLayout({ params, children }: Props) {
  const { workspace, id } = await params;
  const stores = await orNotFound(call.store.list({ workspace }));
  if (!stores.some((store) => store.id === id)) notFound();
  return children;
}
