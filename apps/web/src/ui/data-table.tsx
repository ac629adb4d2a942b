"use client";

import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** CSS width; the layout is fixed, so that the next page does not move the columns. */
  readonly width: string;
  readonly align?: "right";
  /** The width of screen from which the column is shown. */
  readonly from?: "lg" | "xl";
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey?: string | null;
  readonly onOpen?: (row: Row) => void;
  /** A pointer has come near a row: the moment to fetch what opening it needs. */
  readonly onNear?: (row: Row) => void;
  /** The same row on a phone. */
  readonly card: (row: Row) => ReactNode;
  readonly busy?: boolean;
}

const FROM = { lg: "max-lg:hidden", xl: "max-xl:hidden" } as const;

function cellClass<Row>({ align, from }: ListColumn<Row>): string {
  return cn("px-3 first:pl-4 last:pr-4", align === "right" && "text-right", from && FROM[from]);
}

/** A list of 50 rows; sorting, filters and pages are the server's work. */
export function DataTable<Row>({ columns, rows, caption, busy = false, ...rest }: DataTableProps<Row>) {
  return (
    <div className="relative overflow-clip rounded-box border border-hairline bg-surface" aria-busy={busy}>
      {busy ? <Sweep /> : null}
      <table className="w-full table-fixed border-collapse max-sm:hidden">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="h-9 bg-sunken text-left text-small text-ink-2">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={{ width: column.width }}
                className={cn("border-b border-hairline font-medium", cellClass(column))}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rest.rowKey(row)} row={row} columns={columns} {...rest} />
          ))}
        </tbody>
      </table>
      <ul aria-label={caption} className="sm:hidden">
        {rows.map((row) => (
          <li key={rest.rowKey(row)} className="border-b border-hairline last:border-b-0">
            {rest.card(row)}
          </li>
        ))}
      </ul>
    </div>
  );
}

type RowProps<Row> = Pick<DataTableProps<Row>, "columns" | "rowKey" | "selectedKey" | "onOpen" | "onNear"> & {
  readonly row: Row;
};

function Row<Row>({ row, columns, rowKey, selectedKey, onOpen, onNear }: RowProps<Row>) {
  const key = rowKey(row);
  const selected = key === selectedKey;
  return (
    <tr
      data-row={key}
      aria-current={selected ? "true" : undefined}
      onClick={(event) => (isControl(event.target) ? undefined : onOpen?.(row))}
      onMouseEnter={() => onNear?.(row)}
      className={cn(
        "h-9 border-b border-hairline last:border-b-0",
        onOpen !== undefined && "cursor-pointer",
        selected ? "bg-accent-soft" : onOpen !== undefined && "hover:bg-hover",
      )}
    >
      {columns.map((column) => (
        <td key={column.id} className={cn("truncate", cellClass(column))}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** A line that runs along the header while new rows are on their way; the old ones stay readable. */
function Sweep() {
  return (
    <div aria-hidden className="absolute inset-x-0 top-9 z-10 h-0.5 overflow-hidden">
      <div className="h-full w-2/5 animate-sweep bg-accent" />
    </div>
  );
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, [role=menuitem]") !== null;
}
