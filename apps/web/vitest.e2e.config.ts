import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Compares lists of orders, which stand still once a fresh instance has read them: the others go first meanwhile. */
const SETTLED = "main-job.e2e.test.ts";

class SettledLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith(SETTLED));
    return (await super.sort(files)).toSorted((a, b) => waits(a) - waits(b));
  }
}

// The journeys share one instance and one database: files one after the other.
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.test.ts"],
    fileParallelism: false,
    sequence: { sequencer: SettledLast },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
