import type { Check } from "../checks/check.ts";
import { environment } from "../env.ts";
import { runVitest } from "./run-vitest.ts";
import { countsLine } from "./vitest-report.ts";

/** The tests that need no database, no other process and no browser, as one line of `npm run verify`. */
export const unitTestCheck: Check = {
  name: "unit tests",
  async run() {
    const { counts, output } = await runVitest({ env: { ...environment(), HEED_TESTS: "unit" } });
    return { ok: counts.failed === 0, output: counts.failed === 0 ? countsLine(counts) : output.slice(-8_000) };
  },
};
