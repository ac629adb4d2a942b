"use client";

import type { Outputs } from "../../server/routers/app.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { counted } from "../number-words.ts";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { OptOutCard, optOutColumns } from "./opt-out-columns.tsx";
import { type OptOutFilter, optOutQuery } from "./opt-out-filters.ts";

interface OptOutListProps {
  /** Undefined while the first page is on its way. */
  readonly page: Outputs["optOut"]["list"] | undefined;
  readonly busy: boolean;
  readonly filters: { readonly notices: OptOutFilter };
  readonly onOpen: (noticeId: string) => void;
}

/** Buyers who are not written to any more, newest first; a row opens the notice that says so. */
export function OptOutList({ page, busy, filters, onOpen }: OptOutListProps) {
  const place = usePlace();
  if (page === undefined) {
    return (
      <Loading what="opt-outs">
        <Skeleton className="h-72 w-full rounded-box" />
      </Loading>
    );
  }
  if (page.optOuts.length === 0) {
    return (
      <EmptyState
        title="No buyer has refused yet"
        text="When Amazon writes that a message was not delivered because the buyer opted out, the buyer appears here with that notice as evidence, and is not written to again."
        ghosts
      />
    );
  }
  const href = (cursor: { after: string | null } | { before: string | null }) =>
    optOutQuery(sectionPath(place, "opt-outs"), { ...filters, after: null, before: null, ...cursor });
  return (
    <>
      <DataTable
        caption="Buyers not to write to"
        columns={optOutColumns(place)}
        rows={page.optOuts}
        rowKey={(row) => row.id}
        busy={busy}
        onOpen={(row) => (row.notice === null ? undefined : onOpen(row.notice.id))}
        card={(row) => (
          <OptOutCard row={row} onOpen={() => (row.notice === null ? undefined : onOpen(row.notice.id))} />
        )}
      />
      <Pager
        newer={page.newer === null ? null : href({ before: page.newer })}
        older={page.older === null ? null : href({ after: page.older })}
        range={counted(page.optOuts.length, "buyer")}
      />
    </>
  );
}
