import { realClock, type WaitableClock } from "@heed/core/time";
import { type Logger, pino } from "pino";
import { type Env, readEnv } from "./env.ts";
import { type Engine, startEngine } from "./start-engine.ts";

async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ name: "engine", level: env.LOG_LEVEL }, pino.destination(2));
  const clock = await joinClock(env.HEED_CLOCK);
  const engine = await startEngine({
    databaseUrl: env.DATABASE_ENGINE_URL,
    serveUrl: env.HEED_SERVE_URL,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    clock,
    port: env.ENGINE_PORT,
    host: env.ENGINE_HOST,
    concurrency: env.ENGINE_CONCURRENCY,
    leaseSeconds: env.ENGINE_LEASE_SECONDS,
    log,
  });
  stopOnSignal({ engine, clock, log });
  announce(env, engine, log);
}

/** The sandbox's package is loaded only where a virtual clock is asked for: it is absent from live images. */
async function joinClock(address: string | undefined): Promise<WaitableClock> {
  if (address === undefined) return realClock();
  const { connectClock } = await import("@heed/sandbox/clock/client");
  return await connectClock({ address, name: "engine" });
}

function announce(env: Env, engine: Engine, log: Logger): void {
  log.info({ port: engine.port, clock: env.HEED_CLOCK === undefined ? "real" : "virtual" }, "the engine is ready");
  process.stdout.write(`${JSON.stringify({ ready: true, port: engine.port, url: engine.url })}\n`);
}

interface Running {
  readonly engine: Engine;
  readonly clock: WaitableClock;
  readonly log: Logger;
}

function stopOnSignal({ engine, clock, log }: Running): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "the engine stops");
    engine
      .stop()
      .then(() => clock.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "the engine did not stop cleanly");
          process.exit(1);
        },
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
