import type { Command } from "./command.ts";
import { demo } from "./commands/demo.ts";

/** All commands, in the order of `--help`. A new one is a file in `commands/` and a line here. */
export const COMMANDS: readonly Command[] = [demo];
