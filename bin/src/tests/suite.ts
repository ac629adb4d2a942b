import { describeOutcome, runChecks } from "../checks/run-checks.ts";
import { staticChecks } from "../checks/static-checks.ts";
import { buildWeb } from "../web-build.ts";
import { runBrowserTests } from "./browser-tests.ts";
import { runVitest } from "./run-vitest.ts";
import { addCounts, type TestCounts } from "./vitest-report.ts";

type Write = (text: string) => void;

/** All tests of the project, one stage after the other; a stage that fails does not keep the next from running. */
export async function runSuite(env: NodeJS.ProcessEnv, write: Write): Promise<TestCounts> {
  const stage = async (name: string, run: () => Promise<TestCounts>): Promise<TestCounts> => {
    const started = performance.now();
    write(`\n== ${name}\n`);
    const counts = await run().catch((error: unknown) => {
      write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return { passed: 0, failed: 1, skipped: {} };
    });
    write(`== ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
    return counts;
  };
  return addCounts([
    await stage("static checks", () => checkAll(write)),
    await stage(
      "unit, database, worker and server tests",
      async () => (await runVitest({ env, onOutput: write })).counts,
    ),
    await stage("production build", () => build(env, write)),
    await stage("browser tests", () => runBrowserTests(env, write)),
  ]);
}

async function checkAll(write: Write): Promise<TestCounts> {
  const onDone = (outcome: Parameters<typeof describeOutcome>[0]) => write(`${describeOutcome(outcome)}\n`);
  const outcomes = await runChecks(staticChecks(), { atOnce: 2, onDone });
  const passed = outcomes.filter(({ ok }) => ok).length;
  return { passed, failed: outcomes.length - passed, skipped: {} };
}

async function build(env: NodeJS.ProcessEnv, write: Write): Promise<TestCounts> {
  const { ok, built, output } = await buildWeb(env);
  write(ok ? (built ? "built\n" : "the build of these sources is there already\n") : output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: {} };
}
