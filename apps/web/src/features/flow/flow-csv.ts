import { flowSentence } from "@heed/core/flow/flow-words";
import type { FlowRow } from "./flow-columns.tsx";
import { FLOW_STATES } from "./flow-words.ts";

export const FLOW_CSV_HEADER = [
  ...["Flow", "What happens", "State", "Turn", "Active version", "Latest version"],
  ...["Planned", "Sent, 30 days", "Reached", "Refused by buyers"],
];

export const flowCsvRow = ({ definition, state, ...row }: FlowRow): readonly string[] => [
  definition.name,
  flowSentence(definition),
  FLOW_STATES[state].word,
  ...[definition.priority, row.activeVersion, row.latestVersion].map(String),
  ...[row.planned, row.sent, row.reached, row.refused].map(String),
];
