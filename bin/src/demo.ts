import { demo } from "./cli/commands/demo.ts";
import { processIo } from "./cli/process-io.ts";
import { runOne } from "./cli/run-cli.ts";

// `npm run demo`: the same as `heed demo`.
process.exitCode = await runOne(demo, process.argv.slice(2), processIo());
