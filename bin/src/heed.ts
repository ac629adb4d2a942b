import { processIo } from "./cli/process-io.ts";
import { COMMANDS } from "./cli/registry.ts";
import { runCli } from "./cli/run-cli.ts";

// `npm run -s heed -- <command>`.
process.exitCode = await runCli(COMMANDS, process.argv.slice(2), processIo());
