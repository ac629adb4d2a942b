import type { ReactNode } from "react";
import { Scroller } from "../../ui/scroller.tsx";
import { count } from "../number-words.ts";

export interface Counted {
  readonly key: string;
  readonly name: string;
  /** A second line below the name. */
  readonly note?: string | null;
  readonly reached: number;
  readonly refused: number;
  readonly credited: number;
  readonly net: number;
}

interface CountTableProps {
  readonly caption: string;
  readonly head: string;
  /** The last column, where it is not what this workspace is charged. */
  readonly charged?: string;
  readonly rows: readonly Counted[];
}

export function CountTable({ caption, head, charged = "Charged", rows }: CountTableProps) {
  return (
    <Scroller label={caption} className="relative max-h-80 px-4 pt-2 pb-4">
      <table className="w-full text-small">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-ink-2">
            <Head>{head}</Head>
            {["Reached", "Refused", "Credited", charged].map((title) => (
              <Head key={title} right>
                {title}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const FIGURES = ["reached", "refused", "credited", "net"] as const;

function Row({ row }: { row: Counted }) {
  return (
    <tr className="border-t border-hairline">
      <th scope="row" className="py-1.5 pr-2 text-left font-normal">
        {row.name}
        {row.note == null ? null : <span className="block text-ink-3">{row.note}</span>}
      </th>
      {FIGURES.map((figure) => (
        <td key={figure} className="py-1.5 pl-2 text-right align-top tabular-nums">
          {count(row[figure])}
        </td>
      ))}
    </tr>
  );
}

function Head({ right = false, children }: { right?: boolean; children: ReactNode }) {
  return (
    <th scope="col" className={right ? "pb-1 pl-2 text-right font-medium" : "pb-1 pr-2 font-medium"}>
      {children}
    </th>
  );
}
