import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCounts, countsLine, readVitestReport } from "./vitest-report.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-report-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function countsOf(report: object) {
  const file = join(folder, "report.json");
  await writeFile(file, JSON.stringify({ numPendingTests: 0, numTodoTests: 0, success: true, ...report }));
  return readVitestReport(file);
}

const named = (status: string, fullName: string) => ({ status, fullName });

describe("counting a report", () => {
  test("takes each skipped test with its reason", async () => {
    const assertionResults = [
      named("passed", "parses the corpus"),
      named("skipped", "corpus (shared-missing) parses bounces"),
      named("skipped", "corpus (shared-missing) parses mail"),
      named("todo", "some day"),
    ];
    const counts = await countsOf({
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [{ name: "a.test.ts", status: "passed", assertionResults }],
    });
    expect(counts).toEqual({ passed: 1, failed: 0, skipped: { "shared-missing": 2, "no-reason": 1 } });
  });

  test("counts a file that could not be read as one failure", async () => {
    const counts = await countsOf({
      numPassedTests: 0,
      numFailedTests: 0,
      testResults: [{ name: "b.test.ts", status: "failed", message: "cannot find module", assertionResults: [] }],
    });
    expect(counts.failed).toBe(1);
  });
});

test("the last line holds the sums of all parts", () => {
  const total = addCounts([
    { passed: 2, failed: 0, skipped: { "shared-missing": 1 } },
    { passed: 5, failed: 1, skipped: { "shared-missing": 2, "browser-missing": 1 } },
  ]);
  expect(total.skipped).toEqual({ "shared-missing": 3, "browser-missing": 1 });
  expect(countsLine(total)).toBe("7 passed, 1 failed, 4 skipped");
});
