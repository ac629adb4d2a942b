import type { Outputs } from "../../server/routers/app.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Scroller } from "../../ui/scroller.tsx";

type Records = Outputs["sender"]["domains"][number]["records"];

/** What the owner of the domain puts into its DNS, each value to copy. */
export function DomainRecords({ records, open }: { records: Records; open: boolean }) {
  return (
    <details open={open}>
      <summary className="focus-inset rounded-badge text-small text-ink-2">DNS records</summary>
      <Scroller label="DNS records" className="mt-2">
        <table className="w-full border-collapse text-small">
          <thead>
            <tr className="text-left text-ink-3">
              <th scope="col" className="py-1 pr-3 font-medium">
                Type
              </th>
              <th scope="col" className="py-1 pr-3 font-medium">
                Name
              </th>
              <th scope="col" className="py-1 pr-3 font-medium">
                Value
              </th>
              <th scope="col" className="py-1 font-medium">
                Found
              </th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={`${record.type} ${record.name}`} className="border-t border-hairline">
                <td className="py-1 pr-3">{record.type}</td>
                <td className="py-1 pr-3 font-mono">{record.name}</td>
                <td className="py-1 pr-3 font-mono break-all">
                  {record.priority === null ? "" : `${record.priority} `}
                  {record.value}
                  <CopyButton text={record.value} what={`value of ${record.name}`} />
                </td>
                <td className="py-1">{record.status === "verified" ? "Yes" : "Not yet"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
