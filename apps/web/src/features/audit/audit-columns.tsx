import type { ListColumn } from "../../ui/data-table.tsx";
import { Time } from "../../ui/time.tsx";
import { type AuditLine, actorWords, actWords, changeWords } from "./audit-words.ts";

export const auditColumns = (): readonly ListColumn<AuditLine>[] => [
  { id: "at", header: "When", width: "120px", cell: (line) => <Time at={line.at.toString()} zone="UTC" /> },
  { id: "who", header: "Who", width: "24%", cell: (line) => <span title={line.email ?? ""}>{actorWords(line)}</span> },
  { id: "act", header: "What", width: "22%", cell: (line) => actWords(line.act) },
  {
    id: "change",
    header: "Change",
    width: "auto",
    cell: (line) => (
      <span title={`${line.subject}\n${changeWords(line)}`} className="text-ink-2">
        {changeWords(line) || line.subject}
      </span>
    ),
  },
  {
    id: "from",
    header: "From",
    width: "140px",
    from: "lg",
    cell: (line) => <span className="font-mono text-small text-ink-3">{line.network ?? "–"}</span>,
  },
];

export function AuditCard({ row }: { row: AuditLine }) {
  return (
    <div className="px-4 py-3">
      <p className="font-medium">{actWords(row.act)}</p>
      <p className="text-small break-words text-ink-2">
        {actorWords(row)} · <Time at={row.at.toString()} zone="UTC" />
      </p>
      <p className="text-small break-words text-ink-3">{changeWords(row)}</p>
    </div>
  );
}
