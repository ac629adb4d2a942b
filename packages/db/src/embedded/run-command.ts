import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { AppError } from "@heed/core/errors";
import type { RunUser } from "./run-user.ts";

/** What Postgres prints, and what it means for the person who started Heed. */
const FAILURES: readonly {
  readonly pattern: RegExp;
  readonly message: string;
  readonly code: "CONFLICT" | "PRECONDITION_FAILED";
}[] = [
  {
    pattern: /No space left on device/,
    code: "PRECONDITION_FAILED",
    message: "The disk is full: free some space and start again.",
  },
  {
    pattern: /Address already in use|could not bind/,
    code: "CONFLICT",
    message: "The port for Postgres is taken by another program.",
  },
  {
    pattern: /lock file "[^"]{1,1000}" already exists/,
    code: "CONFLICT",
    message: "Another Postgres uses the data folder.",
  },
  {
    pattern: /Permission denied/,
    code: "PRECONDITION_FAILED",
    message: "The data folder of Postgres is not readable or writable.",
  },
  {
    pattern: /error while loading shared libraries/,
    code: "PRECONDITION_FAILED",
    message: "A library of the embedded Postgres is missing: run the installation again.",
  },
  {
    pattern: /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory/,
    code: "PRECONDITION_FAILED",
    message: "There is not enough memory for Postgres.",
  },
  {
    pattern: /incompatible with server/,
    code: "PRECONDITION_FAILED",
    message: "The data folder was made by another major version of Postgres.",
  },
];

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly user: RunUser | null;
  /** Where the server writes; its end explains a failed start. */
  readonly log?: string;
}

/** Runs a program of Postgres to its end; a failure becomes an AppError that says what to do. */
export async function runCommand(command: Command): Promise<void> {
  const logSize = (await tail(command.log)).length;
  const output = await new Promise<string | null>((done) => {
    const identity = command.user === null ? {} : { uid: command.user.uid, gid: command.user.gid };
    // Next narrows ProcessEnv to one that holds NODE_ENV; a program of Postgres needs none.
    const env: Record<string, string> = { LC_ALL: "C", PATH: "/usr/bin:/bin", ...windowsEnv() };
    const options = { ...identity, cwd: "/", windowsHide: true, env: env as NodeJS.ProcessEnv };
    execFile(command.file, command.args, options, (error, stdout, stderr) => {
      done(error === null ? null : `${stderr}\n${stdout}\n${error.message}`);
    });
  });
  if (output !== null) throw failure(`${output}\n${(await tail(command.log)).slice(logSize)}`);
}

function failure(output: string): AppError {
  const known = FAILURES.find(({ pattern }) => pattern.test(output));
  const details = { output: output.trim().slice(-2000) };
  if (known !== undefined) return new AppError(known.code, known.message, { details });
  return new AppError("INTERNAL", `The embedded Postgres did not start: ${lastLine(output)}`, { details });
}

const lastLine = (text: string) =>
  text
    .trim()
    .split("\n")
    .findLast((line) => /FATAL|error|failed/i.test(line)) ?? "no reason given";

async function tail(path: string | undefined): Promise<string> {
  return path === undefined ? "" : readFile(path, "utf8").catch(() => "");
}

/** Windows programs need their system folder; nothing else of our environment is handed on. */
function windowsEnv(): Record<string, string> {
  return process.platform === "win32" ? { SystemRoot: "C:\\Windows", PATH: "C:\\Windows\\System32" } : {};
}
