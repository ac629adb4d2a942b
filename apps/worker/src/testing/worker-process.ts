import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Stage } from "./start-main-job.ts";

export interface WorkerProcess {
  /** Resolves when the process is gone, however it ended. */
  readonly exited: Promise<void>;
  /** kill -9 */
  kill(): void;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** What it wrote to stderr so far, where LOG_LEVEL is set. */
  log(): string;
}

/** Starts `main.ts` as a process of its own on the stage's clock; resolves when it serves, or is gone already. */
export async function spawnWorker(stage: Stage, env: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [new URL("../main.ts", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", env["LOG_LEVEL"] === undefined ? "ignore" : "pipe"],
    env: {
      PATH: process.env["PATH"],
      LOG_LEVEL: "silent",
      HEED_CLOCK: stage.sandbox.clockAddress ?? "",
      ...stage.env,
      ...env,
    },
  });
  const log: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => void log.push(text));
  const exited = once(child, "exit").then(() => undefined);
  await Promise.race([ready(child), exited]);
  return {
    exited,
    log: () => log.join(""),
    kill: () => void child.kill("SIGKILL"),
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
}

/** Reads on after the first line, so that the process can never block on a full pipe. */
function ready({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (stdout === null) return resolve();
    createInterface({ input: stdout }).on("line", (line) => {
      if (line.includes('"ready":true')) resolve();
    });
  });
}
