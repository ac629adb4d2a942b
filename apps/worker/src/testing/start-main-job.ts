import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "@heed/core/time";
import { type SeededTenant, seedDemo } from "@heed/db/commands/seed-demo";
import { type KeyRing, parseKeyRing } from "@heed/db/seal";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { type Engine, startEngine } from "@heed/engine/start-engine";
import type { RunResult } from "@heed/sandbox/clock/coordinator";
import { joinLocally } from "@heed/sandbox/clock/virtual";
import { demoWorld } from "@heed/sandbox/demo/world";
import { type RunningSandbox, startSandbox } from "@heed/sandbox/start-sandbox";
import type { World } from "@heed/sandbox/world/types";
import { readEnv, type WorkerEnv } from "../env.ts";
import { createLogger } from "../logger.ts";
import { type RunningWorker, startWorker } from "../start-worker.ts";

export const START = "2026-11-02T08:00:00Z";

/** The whole main job in one test process: Postgres, sandbox with the virtual clock, engine, worker, demo data. */
export interface MainJob {
  readonly database: TestDatabase;
  readonly sandbox: RunningSandbox;
  readonly engine: Engine;
  readonly worker: RunningWorker;
  readonly env: WorkerEnv;
  readonly ring: KeyRing;
  readonly world: World;
  readonly tenants: readonly SeededTenant[];
  /** Lets the clock run until nothing is left to do before that instant. */
  run(until: Temporal.Instant): Promise<RunResult>;
  stop(): Promise<void>;
}

export interface MainJobOptions {
  readonly orders: number;
  readonly seed?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startMainJob({ orders, seed = 1, env: more = {} }: MainJobOptions): Promise<MainJob> {
  const dir = await mkdtemp(join(tmpdir(), "heed-main-job-"));
  const database = await cloneDatabase();
  const sandbox = await startSandbox({
    dir,
    clock: { virtualFrom: START, expected: ["engine", "worker"] },
    world: { seed, orders },
    settings: { resendRate: 10 },
  });
  const env = readEnv({ ...(await environment(database, sandbox)), ...more });
  const ring = parseKeyRing(env.HEED_KEYS);
  const now = Temporal.Instant.from(START);
  const world = demoWorld({ seed, now, orders });
  const tenants = await seedDemo({ db: database.db, ring, world, now });
  const { coordinator } = sandbox;
  if (coordinator === null) throw new Error("The sandbox has no virtual clock.");
  const log = createLogger(process.env["LOG_LEVEL"] ?? "silent");

  const worker = await startWorker(env, log, joinLocally(coordinator, "worker"));
  const serveUrl = `http://127.0.0.1:${worker.port}/api/inngest`;
  const engine = await startEngine({
    databaseUrl: database.urls.DATABASE_ENGINE_URL,
    serveUrl,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    clock: joinLocally(coordinator, "engine"),
    log,
    port: Number(new URL(env.INNGEST_BASE_URL ?? "").port),
  });

  await fetch(`${sandbox.controlUrl}/webhooks`, {
    method: "POST",
    body: JSON.stringify({ url: `http://127.0.0.1:${worker.port}/webhooks/resend` }),
  });
  await engine.syncNow();
  return {
    database,
    sandbox,
    engine,
    worker,
    env,
    ring,
    world,
    tenants,
    run: (until) => coordinator.run(until),
    async stop() {
      await engine.stop();
      await worker.stop();
      await sandbox.stop();
      await database.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function environment(database: TestDatabase, sandbox: RunningSandbox): Promise<Record<string, string>> {
  return {
    HEED_MODE: "demo",
    DATABASE_URL: database.urls.DATABASE_URL,
    DATABASE_SYSTEM_URL: database.urls.DATABASE_SYSTEM_URL,
    HEED_KEYS: JSON.stringify({ active: "k1", keys: { k1: randomBytes(32).toString("base64") } }),
    INNGEST_BASE_URL: `http://127.0.0.1:${await freePort()}`,
    INNGEST_EVENT_KEY: "test-key",
    INNGEST_SIGNING_KEY: `signkey-heed-${randomBytes(32).toString("hex")}`,
    AMAZON_CLIENT_ID: sandbox.settings.application.clientId,
    AMAZON_CLIENT_SECRET: sandbox.settings.application.clientSecret,
    HEED_AMAZON_PORT: String(sandbox.amazonPort),
    HEED_AMAZON_CA: sandbox.caPath,
    RESEND_API_KEY: sandbox.settings.resendApiKey,
    RESEND_BASE_URL: sandbox.resendUrl,
    RESEND_WEBHOOK_SECRET: sandbox.settings.webhookSecret,
    HEED_MAIL_DOMAIN: sandbox.settings.mailDomain,
    HEED_SANDBOX_URL: sandbox.controlUrl,
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
