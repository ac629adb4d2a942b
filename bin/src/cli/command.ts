import type { z } from "zod";

/** Where a command reads and writes; tests hand in their own. */
export interface CommandIo {
  /** The folder from which the person called; relative paths start here. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** One line of the answer, on stdout. */
  readonly print: (line: string) => void;
  /** Progress and errors, on stderr. */
  readonly say: (line: string) => void;
}

export type Options = Readonly<Record<string, z.ZodType>>;

export type OptionValues<O extends Options> = { readonly [Name in keyof O]: z.infer<O[Name]> };

export interface CommandInput<O extends Options> {
  readonly options: OptionValues<O>;
  /** What stands on the command line without a name, as given. */
  readonly words: readonly string[];
}

/** 0 = done, 1 = failed, 2 = called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

export interface Command<O extends Options = Options> {
  /** What follows the name, such as `FILE --store ID`. */
  readonly usage: string;
  /** By name in camel case; `description` of each schema is its help. */
  readonly options: O;
  /** How many words it takes at least and at most. */
  readonly words: { readonly least: number; readonly most: number };
  run(input: CommandInput<O>, io: CommandIo): Promise<ExitCode>;
}

/** A command as the list of all knows it; what it needs is read when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Only for its types: a command's `run` knows the types of its own options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}

/** The person called the command in a wrong way; the message says what is wrong. */
export class UsageError extends Error {}
