import { environment } from "./env.ts";
import { runBrowserTests } from "./tests/browser-tests.ts";
import { countsLine } from "./tests/vitest-report.ts";
import { buildWeb } from "./web-build.ts";

// The browser tests alone, for work on the web app: `node bin/run.mjs e2e [filter]`.
const write = (text: string) => process.stdout.write(text);
const build = await buildWeb(environment());
if (!build.ok) write(build.output);
const counts = build.ok
  ? await runBrowserTests(environment(), write, process.argv.slice(2))
  : { passed: 0, failed: 1, skipped: {} };
write(`${countsLine(counts)}\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
