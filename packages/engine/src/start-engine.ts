import type { Server } from "node:http";
import { type CoreOptions, createCore } from "./core.ts";
import { createApi } from "./http/server.ts";
import { connect, type Sql } from "./store/connect.ts";
import { migrate } from "./store/migrate.ts";

export interface EngineOptions extends CoreOptions {
  /** A login that owns schema `heed_engine`. */
  readonly databaseUrl: string;
  /** 0 or absent = any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface Engine {
  readonly url: string;
  readonly port: number;
  /** Asks the worker to register its functions; throws when it did not. */
  syncNow(): Promise<void>;
  /** Ends cleanly: calls under way may finish for five seconds, the rest is given back to the queue. */
  stop(): Promise<void>;
}

/** Real milliseconds that requests under way get to end when the engine stops. */
const LAST_REQUESTS = 1000;

/** Migrates, listens and works until it is stopped. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  // Until the engine answers probes, only tracked work tells a virtual clock that something may be due.
  return await options.clock.track(() => open(options));
}

async function open(options: EngineOptions): Promise<Engine> {
  const sql = connect({ databaseUrl: options.databaseUrl, connections: 6 });
  try {
    await migrate(sql);
    return await assemble(options, sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

async function assemble(options: EngineOptions, sql: Sql): Promise<Engine> {
  const core = await createCore(options, sql);
  const listening = await sql.listen(
    "heed_engine",
    (payload) => void (payload === "functions" ? core.reload() : core.wake()),
  );
  const server = createApi(core.api);
  const port = await listen(server, options);
  core.begin();
  return {
    port,
    url: `http://${options.host ?? "127.0.0.1"}:${port}`,
    syncNow: () => core.syncNow(),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await core.end();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LAST_REQUESTS).unref())]);
      server.closeAllConnections();
      await closed;
      await listening.unlisten();
      await sql.end({ timeout: 5 });
    },
  };
}

function listen(server: Server, options: EngineOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
