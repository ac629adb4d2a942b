import { processIo } from "./cli/process-io.ts";
import { COMMANDS } from "./cli/registry.ts";
import { runCli } from "./cli/run-cli.ts";

// `npm run access-matrix`: the same as `heed access-matrix`. Modules of the web app keep connections open for as long as
// their process lives, so this one is ended when it has answered.
const code = await runCli(COMMANDS, ["access-matrix", ...process.argv.slice(2)], processIo());
process.stdout.write("", () => process.exit(code));
