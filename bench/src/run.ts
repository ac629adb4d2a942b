import { parseArgs } from "node:util";
import { countReport, type Figure } from "./count-bench.ts";
import { describeMachine } from "./machine.ts";
import { type BenchResult, measure, RUNS } from "./measure.ts";
import { BENCHES, COUNT_BENCHES } from "./registry.ts";
import { textReport } from "./report.ts";
import { chooseEntries } from "./selection.ts";

// `npm run bench -- [--json] [--only b,d]`: the table on stderr, with --json one object as the last line of stdout.
const { values } = parseArgs({ options: { json: { type: "boolean" }, only: { type: "string" } } });
const machine = describeMachine();
const say = (line: string) => process.stderr.write(`${line}\n`);
const results: Record<string, BenchResult> = {};
const figures: Figure[] = [];
for (const entry of chooseEntries([...BENCHES, ...COUNT_BENCHES], values.only)) {
  say(`${entry.key} ${entry.title}`);
  if ("run" in entry) figures.push(...(await entry.run(say)));
  else results[entry.field] = await measure(entry);
}
if (Object.keys(results).length > 0) say(textReport(machine, results));
for (const line of countReport(figures)) say(line);
if (values.json === true) {
  const ratios = Object.fromEntries(Object.entries(results).map(([field, { ratio }]) => [field, ratio.median]));
  const counts = Object.fromEntries(figures.map(({ field, value }) => [field, value]));
  const details = { ...results, ...Object.fromEntries(figures.map((figure) => [figure.field, figure])) };
  process.stdout.write(`${JSON.stringify({ ...ratios, ...counts, details, machine, settings: { runs: RUNS } })}\n`);
}
