import { processIo } from "./cli/process-io.ts";
import { COMMANDS } from "./cli/registry.ts";
import { runCli } from "./cli/run-cli.ts";

// `npm run access-matrix`: the same as `heed access-matrix`.
process.exitCode = await runCli(COMMANDS, ["access-matrix", ...process.argv.slice(2)], processIo());
