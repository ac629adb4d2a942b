import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { call } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
  readonly children: ReactNode;
}

/** Asked before the page begins to stream: to people who may not see the log it is not there. */
export default async function AuditLayout({ params, children }: Props) {
  const { role } = await orNotFound(call.workspace.current(await params));
  if (role !== "owner" && role !== "admin") notFound();
  return children;
}
