import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { type ProofLine, reasonsOf } from "./proof-csv.ts";

/** As it is printed: nothing is cut off. */
export function ProofTable({ lines }: { lines: readonly ProofLine[] }) {
  return (
    <div className="overflow-x-auto rounded-box border border-hairline print:overflow-visible print:border-0">
      <table className="w-full text-left text-small tabular-nums">
        <caption className="sr-only">Decisions</caption>
        <thead className="text-ink-3">
          <tr>
            {["At (UTC)", "Order", "Verdict", "Rule and version", "Facts"].map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="border-t border-hairline align-top">
              <td className="px-3 py-1.5 whitespace-nowrap">{line.at.toString().slice(0, 19).replace("T", " ")}</td>
              <td className="px-3 py-1.5 font-mono whitespace-nowrap">
                {line.orderId} {marketplaceLook(line.marketplaceId).country}
              </td>
              <td className="px-3 py-1.5">
                {line.decision.verdict} {line.decision.lane ?? ""}
              </td>
              <td className="px-3 py-1.5">
                {line.decision.rule ?? "–"} ({line.decision.rulePack})
              </td>
              <td className="px-3 py-1.5 break-words text-ink-2">{reasonsOf(line.decision)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
