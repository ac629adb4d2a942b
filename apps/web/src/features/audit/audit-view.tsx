"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { useShell } from "../shell/shell-data.ts";
import { AuditCard, auditColumns } from "./audit-columns.tsx";
import { AuditFilterBar } from "./audit-filter-bar.tsx";
import { AUDIT_FILTERS, auditInput } from "./audit-filters.ts";
import { useAuditExport } from "./use-audit-export.ts";

/** Who did what to which thing, from where; newest first. */
export function AuditView() {
  const api = useTRPC();
  const { here } = useShell();
  const [filters, setFilters] = useQueryStates(AUDIT_FILTERS, { history: "push" });
  const input = auditInput(here.slug, filters);
  const { data, isPlaceholderData, error } = useQuery(
    api.audit.list.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  if (error !== null) throw error;
  return (
    <>
      <PageHeader title="Audit log">
        <ExportButton />
      </PageHeader>
      <AuditFilterBar />
      {data === undefined ? (
        <Loading what="audit log">
          <Skeleton className="h-72 w-full rounded-box" />
        </Loading>
      ) : data.lines.length === 0 ? (
        <EmptyState
          title="Nothing here"
          text="Changes of people, access, stores, flows and settings appear here with who made them. Nothing in this log can be changed or removed."
        />
      ) : (
        <>
          <DataTable
            caption="Audit log"
            columns={auditColumns()}
            rows={data.lines}
            rowKey={(row) => row.id}
            busy={isPlaceholderData}
            card={(row) => <AuditCard row={row} />}
          />
          <div className="flex justify-end gap-2 py-3">
            {filters.after === null ? null : <Button onClick={() => void setFilters({ after: null })}>Newest</Button>}
            {data.older === null ? null : <Button onClick={() => void setFilters({ after: data.older })}>Older</Button>}
          </div>
        </>
      )}
    </>
  );
}

function ExportButton() {
  const { here } = useShell();
  const [filters] = useQueryStates(AUDIT_FILTERS);
  const { save, busy } = useAuditExport();
  return (
    <Button size="small" busy={busy} onClick={() => save(auditInput(here.slug, { ...filters, after: null }))}>
      <Download aria-hidden className="size-4" /> Export CSV
    </Button>
  );
}
