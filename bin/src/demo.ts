import { processIo } from "./cli/process-io.ts";
import { COMMANDS } from "./cli/registry.ts";
import { runCli } from "./cli/run-cli.ts";

// `npm run demo`: the same as `heed demo`.
process.exitCode = await runCli(COMMANDS, ["demo", ...process.argv.slice(2)], processIo());
