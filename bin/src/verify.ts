import { describeOutcome, runChecks } from "./checks/run-checks.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { unitTestCheck } from "./tests/unit-test-check.ts";

// `npm run verify`: static checks and unit tests, no network, under a minute.
const started = performance.now();
const outcomes = await runChecks([unitTestCheck, ...staticChecks()], {
  atOnce: 2,
  onDone: (outcome) => process.stdout.write(`${describeOutcome(outcome)}\n`),
});
const failed = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  failed.length === 0 ? `all well in ${seconds} s\n` : `failed: ${failed.join(", ")} (${seconds} s)\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
