import type { ReactNode } from "react";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { loadOrder } from "../../../../../../../server/load-order.ts";

interface Props {
  readonly params: Promise<Place & { readonly ref: string }>;
  readonly children: ReactNode;
}

/** An order that this person may not see does not exist; said here, before anything is drawn, so that the status is 404. */
export default async function OrderLayout({ params, children }: Props) {
  const { workspace, store, ref } = await params;
  await loadOrder(workspace, store, ref);
  return children;
}
