import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// A zone with an odd offset, so that code that forgets its zone fails here and not at a customer's.
process.env["TZ"] = "Asia/Kathmandu";

const folders = [
  "packages/core",
  "packages/db",
  "packages/emails",
  "packages/amazon",
  "packages/engine",
  "packages/stripe",
  "packages/sandbox",
  "apps/worker",
  "apps/web",
  "bin",
  "bench",
  "faults",
];

// `npm run verify` leaves out what needs a database, another process or a browser.
const heavy = process.env["HEED_TESTS"] === "unit" ? ["**/*.db.test.ts", "**/*.process.test.ts"] : [];

/** Files that start processes or run the whole worker take minutes: they go first, so that none is left over at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = [".process.test.", "/apps/worker/", ".db.test."];
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One core is kept free by default, which leaves one worker of two; half of the time it waits for Postgres or processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Listens only; Postgres starts when the first database test asks for it.
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    projects: folders.map((folder) => ({
      test: {
        name: folder.split("/").at(-1) ?? folder,
        root: folder,
        include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
        exclude: ["**/*.e2e.test.ts", "**/node_modules/**", ...heavy],
        environment: "node",
        // One process for many files: modules are loaded once. State of a module must not outlive a test anyway.
        isolate: false,
        testTimeout: 30_000,
        hookTimeout: 60_000,
      },
    })),
  },
});
