"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import { LookPanel } from "./look-panel.tsx";
import { ReportSettings } from "./report-settings.tsx";
import { ReportSheet } from "./report-sheet.tsx";

/** The client's last week as they read it, and who reads it. Only the sheet is printed. */
export function ReportView({ id }: { id: string }) {
  const api = useTRPC();
  const { here } = useShell();
  const { data } = useSuspenseQuery(api.client.report.queryOptions({ workspace: here.slug, id }));
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <div className="flex max-w-reading flex-col gap-5">
      <div className="print:hidden">
        <PageHeader title="Weekly report">
          <Button size="small" onClick={() => window.print()}>
            <Printer aria-hidden className="size-4" /> Print
          </Button>
        </PageHeader>
      </div>
      <ReportSheet report={data.report} />
      {manages ? (
        <div className="flex flex-col gap-4 print:hidden">
          <ReportSettings key={JSON.stringify([data.on, data.to, data.zone])} id={id} facts={data} />
          <LookPanel key={JSON.stringify(data.look)} look={data.look} />
        </div>
      ) : null}
    </div>
  );
}
