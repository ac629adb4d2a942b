import { flowSentence } from "@heed/core/flow/flow-words";
import type { Outputs } from "../../server/routers/app.ts";
import type { ListColumn } from "../../ui/data-table.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { count, percent } from "../number-words.ts";
import { flowPath, type Place } from "../shell/paths.ts";
import { FLOW_STATES } from "./flow-words.ts";

export type FlowRow = Outputs["flow"]["list"][number];

export function flowColumns(place: Place): readonly ListColumn<FlowRow>[] {
  return [
    {
      id: "name",
      header: "Flow",
      width: "44%",
      cell: (row) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <IntentLink
            href={flowPath(place, row.id)}
            className="focus-inset shrink-0 rounded-badge font-medium hover:underline"
          >
            {row.definition.name}
          </IntentLink>
          <span className="truncate text-small text-ink-3" title={flowSentence(row.definition)}>
            {flowSentence(row.definition)}
          </span>
        </span>
      ),
    },
    { id: "state", header: "State", width: "120px", cell: (row) => <StateMark {...FLOW_STATES[row.state]} /> },
    {
      id: "version",
      header: "Version",
      width: "110px",
      from: "lg",
      cell: (row) => <VersionWords row={row} />,
    },
    { id: "planned", header: "Planned", width: "90px", align: "right", cell: (row) => figure(row.planned) },
    { id: "sent", header: "Sent, 30 days", width: "120px", align: "right", cell: (row) => figure(row.sent) },
    {
      id: "reached",
      header: "Reached",
      width: "100px",
      align: "right",
      from: "lg",
      cell: (row) => figure(reachedRate(row)),
    },
  ];
}

function figure(value: number | string) {
  return <span className="tabular-nums">{typeof value === "number" ? count(value) : value}</span>;
}

/** Of those whose fate is known. */
function reachedRate({ reached, refused }: FlowRow): string {
  const settled = reached + refused;
  return settled === 0 ? "–" : percent(reached / settled);
}

function VersionWords({ row }: { row: FlowRow }) {
  const newer = row.latestVersion > row.activeVersion;
  return (
    <span className="text-small text-ink-2 tabular-nums">
      {row.activeVersion}
      {newer ? <span className="text-ink-3"> · draft {row.latestVersion}</span> : null}
    </span>
  );
}

/** The row on a phone. */
export function FlowCard({ row, onOpen }: { row: FlowRow; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen} className="focus-inset block w-full px-3 py-2.5 text-left hover:bg-hover">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{row.definition.name}</span>
        <StateMark {...FLOW_STATES[row.state]} className="text-small" />
      </span>
      <span className="mt-0.5 block text-small text-ink-2 tabular-nums">
        {count(row.planned)} planned · {count(row.sent)} sent in 30 days · {reachedRate(row)} reached
      </span>
    </button>
  );
}
