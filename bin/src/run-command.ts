import { spawn } from "node:child_process";
import { root } from "./repository.ts";

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The command is stopped after this many milliseconds and counts as failed. */
  readonly timeout?: number;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** Both streams, in the order in which they came. */
  readonly output: string;
}

/** Runs a program to its end and returns what it printed; a failure is a result, not an error. */
export function runCommand(
  command: readonly [string, ...string[]],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [file, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      ...(options.env === undefined ? {} : { env: options.env }),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: "SIGKILL" as const }),
    });
    const printed = { stdout: "", output: "" };
    const take = (text: string) => {
      printed.output += text;
      options.onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed.stdout += text;
      take(text);
    });
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) =>
      resolve({ ok: false, ...printed, output: `${printed.output}${file}: ${error.message}` }),
    );
    child.on("close", (code) => resolve({ ok: code === 0, ...printed }));
  });
}
