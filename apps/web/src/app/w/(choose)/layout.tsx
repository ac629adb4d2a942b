import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "../../../server/auth/require-viewer.ts";
import { call } from "../../../trpc/server.tsx";

/** The way in after signing in: on to the first workspace, where there is one. */
export default async function ChooseLayout({ children }: { children: ReactNode }) {
  await requireViewer();
  const [first] = await call.workspace.list();
  if (first !== undefined) redirect(`/w/${first.slug}`);
  return children;
}
