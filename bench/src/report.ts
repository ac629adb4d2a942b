import type { Machine } from "./machine.ts";
import type { BenchResult } from "./measure.ts";

/** The table for people; the JSON beside it is for programs. */
export function textReport(machine: Machine, results: Readonly<Record<string, BenchResult>>): string {
  const { cores, cpu, load, node, commit } = machine;
  const rows = Object.values(results).map((result) => [
    result.field,
    result.ratio.median.toFixed(3),
    `${result.ratio.min.toFixed(3)} to ${result.ratio.max.toFixed(3)}`,
    `≥ ${result.goal}`,
    result.met ? "met" : "MISSED",
    `${thousands(result.oursPerSecond.median)}/s beside ${thousands(result.floorPerSecond.median)}/s (${result.floorTitle})`,
  ]);
  const head = ["field", "median", "range", "goal", "", "work"];
  return [
    `${cores} cores (${cpu}), load ${load}, Node ${node}, commit ${commit ?? "unknown"}`,
    ...table([head, ...rows]),
  ].join("\n");
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function thousands(number: number): string {
  return number >= 1000 ? `${(number / 1000).toFixed(1)} k` : number.toFixed(0);
}
