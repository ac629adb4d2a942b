import type { ReactNode } from "react";
import { Panel } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

/** What stands in a panel's place while its numbers are on their way, are missing, or are none. */
export function PanelState({
  title,
  state,
  none,
}: {
  title: string;
  state: "loading" | "failed" | "none";
  none: ReactNode;
}) {
  return (
    <Panel title={title}>
      <div className="px-4 pt-2 pb-4">
        {state === "loading" ? <Skeleton className="h-32 w-full rounded-item" /> : null}
        {state === "failed" ? (
          <p role="alert">These numbers could not be loaded. Reload the page to try again.</p>
        ) : null}
        {state === "none" ? <p className="text-ink-2">{none}</p> : null}
      </div>
    </Panel>
  );
}

export function stateOf(query: { readonly data: unknown; readonly isError: boolean }, empty: boolean) {
  if (query.isError) return "failed";
  if (query.data === undefined) return "loading";
  return empty ? "none" : null;
}
