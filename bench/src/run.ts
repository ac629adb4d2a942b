import { parseArgs } from "node:util";
import { describeMachine } from "./machine.ts";
import { type BenchResult, measure, RUNS } from "./measure.ts";
import { BENCHES } from "./registry.ts";
import { textReport } from "./report.ts";
import { chooseEntries } from "./selection.ts";

// `npm run bench -- [--json] [--only b,d]`: the table on stderr, with --json one object as the last line of stdout.
const { values } = parseArgs({ options: { json: { type: "boolean" }, only: { type: "string" } } });
const machine = describeMachine();
const results: Record<string, BenchResult> = {};
for (const entry of chooseEntries(BENCHES, values.only)) {
  process.stderr.write(`${entry.key} ${entry.title}\n`);
  results[entry.field] = await measure(entry);
}
process.stderr.write(`${textReport(machine, results)}\n`);
if (values.json === true) {
  const ratios = Object.fromEntries(Object.entries(results).map(([field, { ratio }]) => [field, ratio.median]));
  process.stdout.write(`${JSON.stringify({ ...ratios, details: results, machine, settings: { runs: RUNS } })}\n`);
}
