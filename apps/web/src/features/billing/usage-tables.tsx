"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { useShell } from "../shell/shell-data.ts";
import type { BillingOverview } from "./billing-words.ts";
import { CountTable } from "./count-table.tsx";
import { CSV_HEAD, clientRows, csvRows, grantedRows, ownRows, type StoreUse } from "./usage-rows.ts";

/** The proof of the bill: by store, by client and day by day. */
export function UsageTables({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  const api = useTRPC();
  const { data } = useSuspenseQuery(api.billing.usage.queryOptions({ workspace: here.slug }));
  const days = data.days.map(({ day, ...counts }) => ({ key: day, name: day, ...counts }));
  if (days.length === 0 && data.stores.length === 0) {
    return (
      <EmptyState
        title="Nothing has settled in this period yet"
        text="A message settles three days after it was sent, a solicitation at once. Each one will be counted here, and each credit shown."
      />
    );
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <ByStore stores={data.stores} since={billing.period.start} />
      <ByClient stores={data.stores} />
      <Granted stores={data.stores} />
      {days.length === 0 ? null : (
        <Panel title="By day" note="UTC">
          <CountTable caption="Use by day" head="Day" rows={days} />
        </Panel>
      )}
    </div>
  );
}

interface Stores {
  readonly stores: readonly StoreUse[];
}

function ByStore({ stores, since }: Stores & { since: string }) {
  const { here } = useShell();
  const rows = ownRows(stores);
  const save = () => {
    download(`usage-${here.slug}-${since.slice(0, 10)}.csv`, toCsv(CSV_HEAD, csvRows(stores, here.name)));
  };
  return (
    <Panel
      title="By store"
      action={
        <Button size="small" onClick={save}>
          <Download aria-hidden className="size-4" /> Export CSV
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-small text-ink-2">
          No store of this workspace has used anything in this period.
        </p>
      ) : (
        <CountTable caption="Use by store" head="Store" rows={rows} />
      )}
    </Panel>
  );
}

function ByClient({ stores }: Stores) {
  const rows = clientRows(stores);
  if (rows.length === 0) return null;
  return (
    <Panel title="By client" note="All their stores, whoever pays; line by line in the CSV.">
      <CountTable caption="Use by client" head="Client" rows={rows} />
    </Panel>
  );
}

function Granted({ stores }: Stores) {
  const rows = grantedRows(stores);
  if (rows.length === 0) return null;
  return (
    <Panel title="Stores of other workspaces" note="Paid for by the workspace that let you in, not on this bill.">
      <CountTable caption="Use of granted stores" head="Store" charged="Charged to them" rows={rows} />
    </Panel>
  );
}
