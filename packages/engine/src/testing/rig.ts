import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Temporal, type WaitableClock } from "@heed/core/time";
import { cloneDatabase } from "@heed/db/testing";
import { createVirtualClock, type VirtualClock } from "@heed/sandbox/clock/virtual";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { pino } from "pino";
import postgres from "postgres";
import { type Engine, type EngineOptions, startEngine } from "../start-engine.ts";

export const EVENT_KEY = "test-event-key";
export const SIGNING_KEY = `signkey-heed-${"0123456789abcdef".repeat(4)}`;
export const START = Temporal.Instant.from("2026-11-01T00:00:00Z");

export type DefineFunctions = (inngest: Inngest) => InngestFunction.Any[];

export interface RigOptions extends Partial<Pick<EngineOptions, "concurrency" | "leaseSeconds" | "callTimeout">> {
  readonly functions: DefineFunctions;
  /** How the SDK reports steps; absent = its default, each at once. */
  readonly checkpointing?: Checkpointing;
}

export type Checkpointing = NonNullable<ConstructorParameters<typeof Inngest>[0]["checkpointing"]>;

/** A worker with the real SDK, an engine on a database of its own, and a virtual clock between them. */
export interface Rig {
  readonly inngest: Inngest;
  readonly engine: Engine;
  readonly time: VirtualClock;
  readonly databaseUrl: string;
  readonly serveUrl: string;
  readonly sql: postgres.Sql;
  /** Cuts the connections of calls under way, as a killed worker does. */
  breakConnections(): void;
  /** From now on this answers instead of the SDK. */
  answerInstead(answer: (response: ServerResponse) => void): void;
  /** Runs the clock until nothing is left to happen, or for so many minutes. */
  settle(minutes?: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const database = await cloneDatabase();
  const databaseUrl = database.urls.DATABASE_ENGINE_URL;
  const time = createVirtualClock({ start: START });
  const worker = await startWorker();
  const engine = await startEngine({ ...engineOptions(databaseUrl, worker.serveUrl, time.clock), ...options });
  const inngest = worker.define(engine.url, options.functions, options.checkpointing);
  await engine.syncNow();
  const sql = postgres(databaseUrl, { max: 2 });
  return {
    inngest,
    engine,
    time,
    databaseUrl,
    serveUrl: worker.serveUrl,
    sql,
    breakConnections: () => worker.server.closeAllConnections(),
    answerInstead: worker.answerInstead,
    async settle(minutes = 60 * 24 * 365) {
      await time.run(time.now().add({ minutes }));
    },
    async stop() {
      await engine.stop();
      await Promise.all([worker.stop(), sql.end()]);
      await database.drop();
    },
  };
}

export function engineOptions(databaseUrl: string, serveUrl: string, clock: WaitableClock): EngineOptions {
  const log = pino({ level: process.env["HEED_TEST_LOG"] ?? "silent" }, pino.destination(2));
  return { databaseUrl, serveUrl, eventKey: EVENT_KEY, signingKey: SIGNING_KEY, clock, log };
}

export interface TestWorker {
  readonly serveUrl: string;
  readonly server: Server;
  /** Serves functions whose client talks to the engine at this address; replaces what was served before. */
  define(engineUrl: string, functions: DefineFunctions, checkpointing?: Checkpointing): Inngest;
  answerInstead(answer: (response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function startWorker(port = 0): Promise<TestWorker> {
  let handle: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    server,
    serveUrl: `http://127.0.0.1:${address.port}/api/inngest`,
    define(engineUrl, functions, checkpointing = true) {
      const inngest = createClient(engineUrl, checkpointing);
      const handler = serve({ client: inngest, functions: functions(inngest) });
      handle = (request, response) => void handler(request, response);
      return inngest;
    },
    answerInstead(answer) {
      handle = (_request, response) => answer(response);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

function createClient(engineUrl: string, checkpointing: Checkpointing): Inngest {
  return new Inngest({
    id: "app",
    baseUrl: engineUrl,
    eventKey: EVENT_KEY,
    signingKey: SIGNING_KEY,
    isDev: false,
    checkpointing,
    logger: quiet,
  });
}
