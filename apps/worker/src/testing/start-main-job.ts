import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "@heed/core/time";
import { type SeededTenant, seedDemo } from "@heed/db/commands/seed-demo";
import { type KeyRing, parseKeyRing } from "@heed/db/seal";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { type Engine, startEngine } from "@heed/engine/start-engine";
import type { Coordinator, RunResult } from "@heed/sandbox/clock/coordinator";
import { joinLocally } from "@heed/sandbox/clock/virtual";
import { demoWorld } from "@heed/sandbox/demo/world";
import { type RunningSandbox, startSandbox } from "@heed/sandbox/start-sandbox";
import type { World } from "@heed/sandbox/world/types";
import { readEnv } from "../env.ts";
import { createLogger, type Logger } from "../logger.ts";
import { type RunningWorker, startWorker } from "../start-worker.ts";

export const START = "2026-11-02T08:00:00Z";

/** What the worker works with: Postgres, the sandbox with the virtual clock, demo data; all in one test process. */
export interface Stage {
  readonly database: TestDatabase;
  readonly sandbox: RunningSandbox;
  readonly coordinator: Coordinator;
  /** The worker's environment; its port included. */
  readonly env: Readonly<Record<string, string>>;
  readonly ring: KeyRing;
  readonly world: World;
  readonly tenants: readonly SeededTenant[];
  /** Starts the executor once a worker is there, and leads webhooks to that worker. */
  startEngine(): Promise<Engine>;
  /** Lets the clock run until nothing is left to do before that instant. */
  run(until: Temporal.Instant): Promise<RunResult>;
  /** Talks to the sandbox's control interface. @throws Error for an answer that is not 2xx */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** The whole main job in one test process. */
export interface MainJob extends Stage {
  readonly engine: Engine;
  readonly worker: RunningWorker;
}

export interface MainJobOptions {
  readonly orders: number;
  readonly seed?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Buyers and orders beside the drawn ones. */
  readonly put?: Partial<Pick<World, "buyers" | "orders" | "handWritten">>;
  readonly log?: Logger;
}

export async function startMainJob(options: MainJobOptions): Promise<MainJob> {
  const stage = await startStage(options);
  const log = options.log ?? createLogger("silent");
  const worker = await startWorker(readEnv(stage.env), log, joinLocally(stage.coordinator, "worker"));
  const engine = await stage.startEngine();
  return {
    ...stage,
    engine,
    worker,
    async stop() {
      await engine.stop();
      await worker.stop();
      await stage.stop();
    },
  };
}

export async function startStage({ orders, seed = 1, env: more = {}, put, log }: MainJobOptions): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), "heed-main-job-"));
  const database = await cloneDatabase();
  const sandbox = await startSandbox({
    dir,
    clock: { virtualFrom: START, expected: ["engine", "worker"] },
    world: { seed, orders },
    settings: { resendRate: 10 },
  });
  const { coordinator } = sandbox;
  if (coordinator === null) throw new Error("The sandbox has no virtual clock.");
  const env = { ...(await environment(database, sandbox)), ...more };
  const ring = parseKeyRing(env["HEED_KEYS"] ?? "");
  const now = Temporal.Instant.from(START);
  const world = demoWorld({ seed, now, orders });
  const tenants = await seedDemo({ db: database.db, ring, world, now });
  const control = controlOf(sandbox);
  const workerUrl = `http://127.0.0.1:${env["WORKER_PORT"]}`;
  if (put !== undefined) await control("POST", "/world", put);
  await control("POST", "/webhooks", { url: `${workerUrl}/webhooks/resend` });
  return {
    database,
    sandbox,
    coordinator,
    env,
    ring,
    world,
    tenants,
    control,
    run: (until) => coordinator.run(until),
    startEngine: () => engineFor({ database, coordinator, env, workerUrl, log: log ?? createLogger("silent") }),
    async stop() {
      await sandbox.stop();
      await database.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

interface EngineParts extends Pick<Stage, "database" | "coordinator" | "env"> {
  readonly workerUrl: string;
  readonly log: Logger;
}

async function engineFor({ database, coordinator, env, workerUrl, log }: EngineParts): Promise<Engine> {
  const engine = await startEngine({
    databaseUrl: database.urls.DATABASE_ENGINE_URL,
    serveUrl: `${workerUrl}/api/inngest`,
    eventKey: env["INNGEST_EVENT_KEY"] ?? "",
    signingKey: env["INNGEST_SIGNING_KEY"] ?? "",
    clock: joinLocally(coordinator, "engine"),
    log,
    port: Number(new URL(env["INNGEST_BASE_URL"] ?? "").port),
  });
  await engine.syncNow();
  return engine;
}

function controlOf({ controlUrl }: RunningSandbox): MainJob["control"] {
  return async (method, path, body) => {
    const response = await fetch(controlUrl + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
}

async function environment(database: TestDatabase, sandbox: RunningSandbox): Promise<Record<string, string>> {
  return {
    HEED_MODE: "demo",
    DATABASE_URL: database.urls.DATABASE_URL,
    DATABASE_SYSTEM_URL: database.urls.DATABASE_SYSTEM_URL,
    HEED_KEYS: JSON.stringify({ active: "k1", keys: { k1: randomBytes(32).toString("base64") } }),
    INNGEST_BASE_URL: `http://127.0.0.1:${await freePort()}`,
    WORKER_PORT: String(await freePort()),
    INNGEST_EVENT_KEY: "test-key",
    INNGEST_SIGNING_KEY: `signkey-heed-${randomBytes(32).toString("hex")}`,
    AMAZON_CLIENT_ID: sandbox.settings.application.clientId,
    AMAZON_CLIENT_SECRET: sandbox.settings.application.clientSecret,
    HEED_AMAZON_PORT: String(sandbox.amazonPort),
    HEED_AMAZON_CA: sandbox.caPath,
    RESEND_API_KEY: sandbox.settings.resendApiKey,
    RESEND_BASE_URL: sandbox.resendUrl,
    RESEND_WEBHOOK_SECRET: sandbox.settings.webhookSecret,
    STRIPE_SECRET_KEY: sandbox.settings.stripeKey,
    STRIPE_WEBHOOK_SECRET: sandbox.settings.stripeWebhookSecret,
    HEED_STRIPE_URL: sandbox.stripeUrl,
    HEED_MAIL_DOMAIN: sandbox.settings.mailDomain,
    HEED_SANDBOX_URL: sandbox.controlUrl,
  };
}

/** A port that was free a moment ago, for a process that has to come back at the same address. */
async function freePort(): Promise<number> {
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
