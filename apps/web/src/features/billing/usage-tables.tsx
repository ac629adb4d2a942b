"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { count } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import type { BillingOverview } from "./billing-words.ts";

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly reached: number;
  readonly refused: number;
  readonly credited: number;
  readonly net: number;
}

/** The proof of the bill: by store, and day by day. */
export function UsageTables({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  const api = useTRPC();
  const { data } = useSuspenseQuery(api.billing.usage.queryOptions({ workspace: here.slug }));
  const stores = data.stores.map(({ storeId, store, ...rest }) => ({ key: storeId, name: store, ...rest }));
  const clients = byClient(data.stores);
  const days = data.days.map(({ day, ...counts }) => ({ key: day, name: day, ...counts }));
  const save = () => {
    const name = `usage-${here.slug}-${billing.period.start.slice(0, 10)}.csv`;
    download(name, toCsv(["client", "store", "reached", "refused", "credited", "charged"], stores.map(csvRow)));
  };
  if (days.length === 0) {
    return (
      <EmptyState
        title="Nothing has settled in this period yet"
        text="A message settles three days after it was sent, a solicitation at once. Each one will be counted here, and each credit shown."
      />
    );
  }
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Panel
        title="By store"
        action={
          <Button size="small" onClick={save}>
            <Download aria-hidden className="size-4" /> Export CSV
          </Button>
        }
      >
        <CountTable caption="Use by store" head="Store" rows={stores} />
      </Panel>
      {clients.length === 0 ? null : (
        <Panel title="By client" note="in the CSV too">
          <CountTable caption="Use by client" head="Client" rows={clients} />
        </Panel>
      )}
      <Panel title="By day" note="UTC">
        <CountTable caption="Use by day" head="Day" rows={days} />
      </Panel>
    </div>
  );
}

type StoreRow = Outputs["billing"]["usage"]["stores"][number];

/** Empty where no store belongs to a client. */
function byClient(stores: readonly StoreRow[]): Counted[] {
  if (stores.every(({ client }) => client === null)) return [];
  const sum = (rows: readonly StoreRow[], of: "reached" | "refused" | "credited" | "net") =>
    rows.reduce((total, row) => total + row[of], 0);
  return [...Map.groupBy(stores, ({ client }) => client)].map(([client, rows]) => ({
    key: client ?? "",
    name: client ?? "No client",
    reached: sum(rows, "reached"),
    refused: sum(rows, "refused"),
    credited: sum(rows, "credited"),
    net: sum(rows, "net"),
  }));
}

const csvRow = ({ client, name, reached, refused, credited, net }: Counted & { client: string | null }): string[] => [
  client ?? "",
  name,
  ...[reached, refused, credited, net].map(String),
];

function CountTable({ caption, head, rows }: { caption: string; head: string; rows: readonly Counted[] }) {
  return (
    <Scroller label={caption} className="max-h-80 overflow-y-auto px-4 pt-2 pb-4">
      <table className="w-full text-small">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-ink-2">
            <Head>{head}</Head>
            <Head right>Reached</Head>
            <Head right>Refused</Head>
            <Head right>Credited</Head>
            <Head right>Charged</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, reached, refused, credited, net }) => (
            <tr key={key} className="border-t border-hairline">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {name}
              </th>
              {[reached, refused, credited, net].map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the four columns never change their order
                <td key={index} className="py-1.5 pl-2 text-right tabular-nums">
                  {count(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Head({ right = false, children }: { right?: boolean; children: ReactNode }) {
  return (
    <th scope="col" className={right ? "pb-1 pl-2 text-right font-medium" : "pb-1 pr-2 font-medium"}>
      {children}
    </th>
  );
}
