import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { call } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string; id: string }>;
  readonly children: ReactNode;
}

/** Asked before the page begins to stream: a client of somebody else is not there. */
export default async function ReportLayout({ params, children }: Props) {
  const { workspace, id } = await params;
  const clients = await orNotFound(call.client.list({ workspace }));
  if (!clients.some((client) => client.id === id)) notFound();
  return children;
}
