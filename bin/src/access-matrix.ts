import { accessMatrix } from "./cli/commands/access-matrix.ts";
import { processIo } from "./cli/process-io.ts";
import { runOne } from "./cli/run-cli.ts";

// `npm run access-matrix`: the same as `heed access-matrix`.
process.exitCode = await runOne(accessMatrix, process.argv.slice(2), processIo());
