import { AppError } from "@heed/core/errors";
import { type CommandEntry, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { helpOfAll, helpOfOne } from "./help.ts";
import { parseWords } from "./parse-words.ts";

/** Finds the command, reads its options and runs it. Never throws: the exit code and stderr say what went wrong. */
export async function runCli(
  commands: readonly CommandEntry[],
  [name, ...words]: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  if (name === "--help" || name === "-h" || name === "help") {
    io.print(helpOfAll(commands));
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    io.say(name === undefined ? helpOfAll(commands) : `heed: no command "${name}" (see --help)`);
    return 2;
  }
  return runOne(command, words, io);
}

async function runOne(entry: CommandEntry, words: readonly string[], io: CommandIo): Promise<ExitCode> {
  const command = await entry.load();
  if (words.includes("--help") || words.includes("-h")) {
    io.print(helpOfOne(entry, command));
    return 0;
  }
  try {
    return await command.run(parseWords(command, words), io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.say(`heed ${entry.name}: ${error.message} (see --help)`);
      return 2;
    }
    io.say(`heed ${entry.name}: ${describeError(error)}`);
    return 1;
  }
}

/** One sentence for a person. What is not an error of ours is shown with its place, so that it can be reported. */
function describeError(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
