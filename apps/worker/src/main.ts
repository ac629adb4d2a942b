import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { startWorker } from "./start-worker.ts";

const env = readEnvOrExit();
const log = createLogger(env.LOG_LEVEL);
const worker = await startWorker(env, log, await clock());
process.stdout.write(`${JSON.stringify({ ready: true, port: worker.port })}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, "the worker did not stop cleanly");
        process.exit(1);
      },
    );
  });
}

/** The sandbox is no part of a live image, so its clock is loaded only where one was asked for (env.ts: demo mode only). */
async function clock() {
  if (env.HEED_CLOCK === undefined) return undefined;
  const { connectClock } = await import("@heed/sandbox/clock/client");
  return connectClock({ address: env.HEED_CLOCK, name: "worker" });
}

function readEnvOrExit() {
  try {
    return readEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
