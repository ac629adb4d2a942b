import { parseArgs } from "node:util";
import { chooseFaults } from "./choose-faults.ts";
import { FAULTS } from "./registry.ts";
import { describeRow, type FaultRow, runFault } from "./run-fault.ts";

// `npm run faults -- [--json] [--only 1,7] [--scale 0.1] [--seed N]`: the table on stderr, with --json one object as the last line of stdout.
const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    only: { type: "string" },
    scale: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
  },
});
const [scale, seed] = [Number(values.scale), Number(values.seed)];
if (!(scale > 0 && scale <= 10) || !Number.isSafeInteger(seed)) {
  process.stderr.write("--scale is a number above 0, --seed a whole number\n");
  process.exit(2);
}
const say = (line: string) => process.stderr.write(`${line}\n`);
const rows: Record<string, FaultRow> = {};
for (const entry of chooseFaults(FAULTS, values.only)) {
  const row = await runFault(entry, { seed, scale, say });
  rows[entry.key] = row;
  say(describeRow(entry, row));
}
if (values.json === true) process.stdout.write(`${JSON.stringify(rows)}\n`);
process.exitCode = Object.values(rows).every(({ ok }) => ok) ? 0 : 1;
