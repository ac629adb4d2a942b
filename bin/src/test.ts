import { environment } from "./env.ts";
import { runSuite } from "./tests/suite.ts";
import { countsLine } from "./tests/vitest-report.ts";

// `npm test`: everything there is, ending in the counts alone on the last line.
const counts = await runSuite(environment(), (text) => process.stdout.write(text));
const reasons = Object.entries(counts.skipped).map(([reason, count]) => `${reason} ${count}`);
if (reasons.length > 0) process.stdout.write(`skipped: ${reasons.join(", ")}\n`);
process.stdout.write(`${countsLine(counts)}\n`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
