import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { EVENT_KEY, SIGNING_KEY } from "./rig.ts";

export interface EngineProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; returns the exit code. */
  stop(): Promise<number | null>;
}

export interface EngineProcessOptions {
  readonly databaseUrl: string;
  readonly serveUrl: string;
  readonly port: number;
  /** Address of a virtual clock; absent = real time. */
  readonly clock?: string;
  readonly leaseSeconds?: number;
}

/** Starts `main.ts` as a process of its own; resolves when it is ready. */
export async function spawnEngine(options: EngineProcessOptions): Promise<EngineProcess> {
  const child = spawn(process.execPath, [new URL("../main.ts", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", process.env["HEED_TEST_LOG"] === undefined ? "ignore" : "inherit"],
    env: {
      PATH: process.env["PATH"],
      HEED_MODE: "demo",
      DATABASE_ENGINE_URL: options.databaseUrl,
      HEED_SERVE_URL: options.serveUrl,
      INNGEST_EVENT_KEY: EVENT_KEY,
      INNGEST_SIGNING_KEY: SIGNING_KEY,
      ENGINE_PORT: String(options.port),
      ENGINE_LEASE_SECONDS: String(options.leaseSeconds ?? 1),
      LOG_LEVEL: process.env["HEED_TEST_LOG"] ?? "warn",
      ...(options.clock === undefined ? {} : { HEED_CLOCK: options.clock }),
    },
  });
  const exited = once(child, "exit");
  const ready = await Promise.race([readyLine(child), exited.then(() => null)]);
  if (ready === null) throw new Error(`The engine ended with code ${child.exitCode} before it was ready`);
  return {
    child,
    url: ready.url,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
}

async function readyLine(child: ChildProcess): Promise<{ url: string } | null> {
  if (child.stdout === null) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const parsed = JSON.parse(line) as { ready?: boolean; url?: string };
    if (parsed.ready === true && parsed.url !== undefined) return { url: parsed.url };
  }
  return null;
}

/** A port that was free a moment ago, for a process that has to come back at the same address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
