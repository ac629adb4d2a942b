import type { ReactNode } from "react";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { loadFlow } from "../../../../../../../server/load-flow.ts";

interface Props {
  readonly params: Promise<Place & { readonly id: string }>;
  readonly children: ReactNode;
}

/** A flow that this person may not see does not exist; said here, before anything is drawn, so that the status is 404. */
export default async function FlowLayout({ params, children }: Props) {
  const { workspace, store, id } = await params;
  await loadFlow(workspace, store, id);
  return children;
}
