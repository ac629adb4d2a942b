import { readFile } from "node:fs/promises";
import { z } from "zod";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** Why each skipped test was skipped, with how many. */
  readonly skipped: Readonly<Record<string, number>>;
}

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: {} };

/** The only reasons for which a test may be skipped; a test says its reason in its name. */
export const SKIP_REASONS = ["shared-missing", "browser-missing"] as const;

/** Counts one run of vitest. A file that could not be read at all counts as one failed test. */
export async function readVitestReport(file: string): Promise<TestCounts> {
  const report = Report.parse(JSON.parse(await readFile(file, "utf8")));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: countReasons(report.testResults.flatMap((result) => result.assertionResults)),
  };
}

function countReasons(
  tests: readonly { readonly fullName: string; readonly status: string }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fullName, status } of tests) {
    if (!["pending", "skipped", "todo", "disabled"].includes(status)) continue;
    const reason = SKIP_REASONS.find((known) => fullName.includes(known)) ?? "no-reason";
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

export function addCounts(all: readonly TestCounts[]): TestCounts {
  const skipped: Record<string, number> = {};
  for (const counts of all) {
    for (const [reason, count] of Object.entries(counts.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
  }
  return { passed: sum(all.map(({ passed }) => passed)), failed: sum(all.map(({ failed }) => failed)), skipped };
}

export function skippedTotal(counts: TestCounts): number {
  return sum(Object.values(counts.skipped));
}

/** The last line of `npm test`, alone on its line. */
export function countsLine(counts: TestCounts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${skippedTotal(counts)} skipped`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
