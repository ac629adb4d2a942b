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
}

/** Starts `main.ts` as a process of its own on the stage's clock; resolves when it serves, or is gone already. */
export async function spawnWorker(stage: Stage, env: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [new URL("../main.ts", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      PATH: process.env["PATH"],
      LOG_LEVEL: "silent",
      HEED_CLOCK: stage.sandbox.clockAddress ?? "",
      ...stage.env,
      ...env,
    },
  });
  const exited = once(child, "exit").then(() => undefined);
  await Promise.race([ready(child), exited]);
  return {
    exited,
    kill: () => void child.kill("SIGKILL"),
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (stdout === null) return;
  for await (const line of createInterface({ input: stdout })) if (line.includes('"ready":true')) return;
}
