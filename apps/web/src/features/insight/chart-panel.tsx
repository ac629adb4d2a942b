"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Scroller } from "../../ui/scroller.tsx";

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartPanelProps {
  readonly title: string;
  /** The sample behind the chart: a chart without it says less than it seems to. */
  readonly sample: ReactNode;
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** A chart with its sample, and the table behind it. */
export function ChartPanel({ title, sample, table, children }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      note={sample}
      action={
        <Button variant="ghost" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? "View as chart" : "View as table"}
        </Button>
      }
    >
      <div className="px-4 pt-2 pb-4">{asTable ? <TableOf title={title} table={table} /> : children}</div>
    </Panel>
  );
}

function TableOf({ title, table }: { title: string; table: ChartTable }) {
  const id = useId();
  return (
    <Scroller label={`${title}, as a table`} className="max-h-80">
      <table className="w-full text-left text-small tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead className="text-ink-3">
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col" className="py-1 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={`${id}-${row.join("|")}`} className="border-t border-hairline">
              {row.map((cell, index) => (
                <td key={`${table.head[index] ?? ""}`} className="py-1 pr-4">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
