import type { ReactNode } from "react";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { loadTemplate } from "../../../../../../../server/load-template.ts";

interface Props {
  readonly params: Promise<Place & { readonly id: string }>;
  readonly children: ReactNode;
}

/** A text that this person may not see does not exist; said here, before anything is drawn, so that the status is 404. */
export default async function TemplateLayout({ params, children }: Props) {
  const { workspace, store, id } = await params;
  await loadTemplate(workspace, store, id);
  return children;
}
