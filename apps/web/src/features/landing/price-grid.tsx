import type { ReactNode } from "react";
import { Scroller } from "../../ui/scroller.tsx";

interface PriceGridProps {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly [string, ...ReactNode[]])[];
  /** Columns of figures stand at the right. */
  readonly figures?: boolean;
}

/** A table of the pricing page. */
export function PriceGrid({ caption, heads, rows, figures = false }: PriceGridProps) {
  const side = figures ? "text-right tabular-nums" : "text-left";
  return (
    <Scroller label={caption} className="relative rounded-box border border-hairline bg-surface px-4 py-2">
      <table className="w-full text-small max-sm:min-w-140">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-2">
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={`py-2 pr-4 font-medium last:pr-0 ${index === 0 ? "text-left" : side}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="border-t border-hairline">
              <th scope="row" className="py-2 pr-4 text-left align-top font-medium whitespace-nowrap">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1]} className={`py-2 pr-4 align-top last:pr-0 ${side}`}>
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
