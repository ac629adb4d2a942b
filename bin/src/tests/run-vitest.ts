import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import { readVitestReport, type TestCounts } from "./vitest-report.ts";

export interface VitestRun {
  readonly counts: TestCounts;
  readonly output: string;
}

export interface VitestOptions {
  readonly cwd?: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly onOutput?: (text: string) => void;
}

/** Runs vitest once and counts its tests. A run that ends without a report counts as one failed test. */
export async function runVitest({ cwd, args = [], env, onOutput }: VitestOptions): Promise<VitestRun> {
  const folder = await mkdtemp(join(tmpdir(), "heed-tests-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { ok, output } = await runCommand(["vitest", "run", ...reporters, ...args], {
      env,
      ...(cwd === undefined ? {} : { cwd }),
      ...(onOutput === undefined ? {} : { onOutput }),
    });
    const counts = await readVitestReport(report).catch(() => null);
    if (counts === null) return { counts: { passed: 0, failed: 1, skipped: {} }, output };
    // vitest also fails for errors outside any test, such as a promise that nobody waited for.
    return { counts: ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }, output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
