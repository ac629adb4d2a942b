import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { openPartLog, type PartLog } from "./part-log.ts";
import { identify, type ProcessIdentity } from "./process-identity.ts";

/** How a part is started: always by its own program file, never through a shell. */
export interface PartProgram {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  /** Turns a line of stdout into "it serves now"; null for a line that means nothing. */
  readonly ready: (line: string) => Readonly<Record<string, unknown>> | null;
  /** How long it may take until it serves, in milliseconds. */
  readonly limit: number;
}

export interface RunningPart {
  readonly identity: ProcessIdentity;
  /** What the part said when it was ready, such as its ports. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Settles when the process is gone: its exit code, or the signal that ended it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
  /** The last lines it printed. */
  lastWords(): string;
}

const STOP_GRACE = 10_000;
const KEPT_LINES = 30;

/** Starts a part and waits until it serves. Throws with its last words where it ends or stays silent. */
export async function startPart(program: PartProgram): Promise<RunningPart> {
  const log = openPartLog(program.logFile);
  const child = spawn(process.execPath, program.args, {
    cwd: program.cwd,
    env: program.env,
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C in the terminal must reach us alone: we stop the parts in their order.
    detached: process.platform !== "win32",
  });
  const words = collectWords(child, log);
  const ended = endOf(child, log);
  try {
    const said = await untilReady(child, { program, ended, words });
    const identity = await identify(child.pid ?? 0);
    if (identity === null) throw new Error(`${program.name} ended at once\n${words.join("\n")}`);
    return { identity, said, ended, stop: () => stopChild(child, ended), lastWords: () => words.join("\n") };
  } catch (error) {
    await stopChild(child, ended);
    throw error;
  }
}

function collectWords(child: ChildProcess, log: PartLog): string[] {
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    stream.on("data", (bytes: Buffer) => log.write(bytes));
    createInterface({ input: stream }).on("line", (line) => {
      if (readyLine(line) !== null) return;
      words.push(line);
      if (words.length > KEPT_LINES) words.shift();
    });
  }
  return words;
}

function endOf(child: ChildProcess, log: PartLog): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => {
      log.end();
      resolve(signal ?? `exit code ${code}`);
    });
  });
}

interface Waiting {
  readonly program: PartProgram;
  readonly ended: Promise<string>;
  readonly words: readonly string[];
}

function untilReady(
  child: ChildProcess,
  { program, ended, words }: Waiting,
): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${program.name} ${what}\n${words.join("\n")}`));
    const timer = setTimeout(() => fail(`did not serve within ${program.limit / 1000} s`), program.limit);
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const said = program.ready(line);
        if (said !== null) resolve(said);
      });
    }
    void ended.then((how) => fail(`ended before it served (${how})`));
    void ended.finally(() => clearTimeout(timer));
  });
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE);
  await ended;
  clearTimeout(timer);
}

/** The ready line of our own parts: `{"ready":true,…}`. */
export function readyLine(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith("{")) return null;
  try {
    const said = JSON.parse(line) as Record<string, unknown>;
    return said["ready"] === true ? said : null;
  } catch {
    return null;
  }
}
