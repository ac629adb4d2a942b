import pino from "pino";
import { readOptions } from "./env.ts";
import { startSandbox } from "./start-sandbox.ts";

const log = pino({ name: "sandbox" }, pino.destination(2));

async function main(): Promise<void> {
  const sandbox = await startSandbox(readOptions());
  const { amazonPort, caPath, resendUrl, stripeUrl, sqsUrl, controlUrl, clockAddress, logPath } = sandbox;
  const ports = {
    amazon: amazonPort,
    resend: portOf(resendUrl),
    stripe: portOf(stripeUrl),
    control: portOf(controlUrl),
    clock: clockAddress === null ? null : portOf(`tcp://${clockAddress}`),
  };
  process.stdout.write(
    `${JSON.stringify({ ready: true, ports, caPath, resendUrl, stripeUrl, sqsUrl, controlUrl, clockAddress, logPath })}\n`,
  );
  log.info({ ports }, "serving");
  const stop = (signal: string) => {
    log.info({ signal }, "stopping");
    sandbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

main().catch((error: unknown) => {
  log.fatal(error instanceof Error ? { message: error.message } : {}, "cannot start");
  process.exitCode = 1;
});
