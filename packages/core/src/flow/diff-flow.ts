import { marketplaceById } from "../marketplace/marketplaces.ts";
import type { FlowVersion } from "./flow.ts";
import { ANCHOR_WORDS, conditionWords, hoursWords, LANE_PREFERENCE_WORDS } from "./flow-words.ts";

/** One line of a comparison of two versions; null where one of them has nothing there. */
export interface FlowChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two versions, in the words of the editor. */
export function diffFlow(before: FlowVersion, after: FlowVersion): readonly FlowChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const change = { what, before: was.get(what) ?? null, after: is.get(what) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function linesOf(flow: FlowVersion): ReadonlyMap<string, string> {
  const { marketplaceIds: ids, exclusions } = flow;
  const lines = new Map([
    ["Name", flow.name],
    ["Priority", String(flow.priority)],
    ["Marketplaces", ids === "all" ? "all" : ids.map((id) => marketplaceById(id)?.name ?? id).join(", ")],
    ["Condition", flow.condition === null ? "none" : conditionWords(flow.condition)],
    ["Excluded SKUs", listWords(exclusions?.skus)],
    ["Excluded ASINs", listWords(exclusions?.asins)],
    ["Experiment", experimentWords(flow)],
  ]);
  for (const [index, step] of flow.steps.entries()) {
    const of = flow.steps.length > 1 ? ` (${index === 0 ? "A" : "B"})` : "";
    lines.set(`Counts from${of}`, ANCHOR_WORDS[step.anchor]);
    lines.set(`Delay${of}`, `${step.delayDays} d`);
    lines.set(`Send hours${of}`, hoursWords(step.sendHours));
    lines.set(`Lane${of}`, LANE_PREFERENCE_WORDS[step.lanePreference]);
    lines.set(`Template${of}`, step.templateKey ?? "none");
  }
  return lines;
}

function listWords(codes: readonly string[] | undefined): string {
  return codes === undefined || codes.length === 0 ? "none" : codes.join(", ");
}

function experimentWords({ experiment }: FlowVersion): string {
  if (experiment == null) return "none";
  return `${experiment.arms.map(({ share }) => `${share} %`).join(" / ")}, ${experiment.holdOut} % held out`;
}
