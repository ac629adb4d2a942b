import { environment, settings } from "../env.ts";
import type { CommandIo } from "./command.ts";

/** The io of a real call. */
export function processIo(): CommandIo {
  return {
    folder: settings().HEED_CALLED_FROM ?? process.cwd(),
    env: environment(),
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
  };
}
