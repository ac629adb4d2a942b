import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { call } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string; store: string }>;
  readonly children: ReactNode;
}

/** A store of the address must be one that this person may see. */
export default async function StoreLayout({ params, children }: Props) {
  const { workspace, store } = await params;
  const stores = await orNotFound(call.store.list({ workspace }));
  if (store !== "all" && !stores.some(({ id }) => id === store)) notFound();
  return children;
}
