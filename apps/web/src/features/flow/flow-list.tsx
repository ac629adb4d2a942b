"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CsvButton } from "../export/csv-button.tsx";
import { flowPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { FlowCard, flowColumns } from "./flow-columns.tsx";
import { FLOW_CSV_HEADER, flowCsvRow } from "./flow-csv.ts";

const BrakesPanel = dynamic(() => import("../brake/brakes-panel.tsx").then((module) => module.BrakesPanel));
const FlowGallery = dynamic(() => import("./flow-gallery.tsx").then((module) => module.FlowGallery));

/** The flows of a store in the order in which they are asked, and what holds them back. */
export function FlowList() {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const [choosing, setChoosing] = useState(false);
  const { data: flows } = useSuspenseQuery(api.flow.list.queryOptions(place));
  const open = (id: string) => router.push(flowPath(place, id));
  const start = (
    <Button variant="primary" onClick={() => setChoosing(true)}>
      New flow
    </Button>
  );
  return (
    <>
      <PageHeader title="Flows" count={String(flows.length)}>
        {flows.length === 0 ? null : (
          <CsvButton
            fileName={`flows-${place.workspace}.csv`}
            header={FLOW_CSV_HEADER}
            rows={() => flows.map(flowCsvRow)}
          />
        )}
        {start}
      </PageHeader>
      <div className="flex flex-col gap-5">
        {flows.length === 0 ? (
          <EmptyState
            title="No flow yet"
            text="A flow says once, in one sentence, which orders get a review request and when. It is tried on your last 90 days before it sends anything."
            action={start}
            ghosts
          />
        ) : (
          <DataTable
            caption="Flows, the first match first"
            columns={flowColumns(place)}
            rows={flows}
            rowKey={(row) => row.id}
            onOpen={(row) => open(row.id)}
            card={(row) => <FlowCard row={row} onOpen={() => open(row.id)} />}
          />
        )}
        <BrakesPanel />
      </div>
      {choosing ? <FlowGallery onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
