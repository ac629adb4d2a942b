import { realClock, type WaitableClock } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { nextRowInstant } from "@heed/db/commands/next-instant";
import { recheckTemplates } from "@heed/db/commands/recheck-templates";
import { parseKeyRing } from "@heed/db/seal";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { createStripeGateway } from "@heed/stripe/gateway";
import { localEndpoint } from "@heed/stripe/local-endpoint";
import { realDns, sandboxDns } from "./adapters/dns.ts";
import { applicationOf, freshenSecret } from "./adapters/freshen-secret.ts";
import { createGateways } from "./adapters/gateways.ts";
import { killPoints, noKillPoints } from "./adapters/kill-points.ts";
import { createMailDomains } from "./adapters/mail-domains.ts";
import { mailTurns } from "./adapters/mail-turns.ts";
import { createMailer } from "./adapters/mailer.ts";
import { notificationTarget, orderSubscriptions } from "./adapters/order-subscriptions.ts";
import type { WorkerEnv } from "./env.ts";
import { createInngest } from "./inngest.ts";
import type { Logger } from "./logger.ts";
import { consumeQueue } from "./notifications/consume-queue.ts";
import { type Relay, startRelay } from "./relay.ts";
import { startServer } from "./server.ts";
import type { Worker } from "./worker.ts";

export interface RunningWorker {
  readonly port: number;
  stop(): Promise<void>;
}

const INNGEST_CLOUD = "https://inn.gs";

/** Starts everything that the worker process is made of; the clock is the real one unless it is handed in. */
export async function startWorker(
  env: WorkerEnv,
  log: Logger,
  clock: WaitableClock = realClock(),
): Promise<RunningWorker> {
  const db = openDb(env.DATABASE_URL, { max: 20 });
  const system = openSystemDb(env.DATABASE_SYSTEM_URL);
  const relay: { current: Relay | null } = { current: null };
  const worker: Worker = { ...workerParts(env, { db, system, clock, log }), wakeRelay: () => relay.current?.wake() };
  clock.onProbe(() => nextRowInstant(system, clock.now()).then(({ busy, at }) => ({ busy, nextAt: at })));
  const inngest = createInngest({
    baseUrl: env.INNGEST_BASE_URL ?? null,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    log,
  });
  const server = await startServer({
    worker,
    inngest,
    webhookSecret: env.RESEND_WEBHOOK_SECRET,
    stripeWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
    port: env.WORKER_PORT,
    host: env.WORKER_HOST,
    origin: env.INNGEST_SERVE_ORIGIN ?? null,
  });
  const eventUrl = new URL(`/e/${env.INNGEST_EVENT_KEY}`, env.INNGEST_BASE_URL ?? INNGEST_CLOUD).toString();
  relay.current = await startRelay({ system, clock, log, eventUrl });
  const rechecked = recheckAll(worker);
  const { AMAZON_SQS_QUEUE_URL: queueUrl, HEED_SQS_ENDPOINT: endpoint = null } = env;
  const queue = queueUrl === undefined ? null : consumeQueue(worker, { queueUrl, endpoint });
  return {
    port: server.port,
    async stop() {
      await queue?.stop();
      await rechecked;
      await server.stop();
      await relay.current?.stop();
      await clock.close();
      await Promise.all([closeDb(db), closeSystemDb(system)]);
    },
  };
}

/** Rules change with the program: what serves is judged by them as soon as it runs. Nothing else waits for it. */
async function recheckAll({ db, system, clock, log }: Worker): Promise<void> {
  try {
    const judged = await clock.track(() => recheckTemplates(db, system, clock.now()));
    if (judged > 0) log.info({ judged }, "templates were judged by newer rules");
  } catch (error) {
    log.error({ error }, "templates could not be judged by newer rules; the next start tries again");
  }
}

type Base = Pick<Worker, "db" | "system" | "clock" | "log">;

/** All that functions and lanes work with, but the relay. */
export function workerParts(env: WorkerEnv, base: Base): Omit<Worker, "wakeRelay"> {
  const ring = parseKeyRing(env.HEED_KEYS);
  const endpoint =
    env.HEED_AMAZON_PORT === undefined || env.HEED_AMAZON_CA === undefined
      ? null
      : { port: env.HEED_AMAZON_PORT, caPath: env.HEED_AMAZON_CA };
  const timeoutMs = env.HEED_CALL_TIMEOUT_MS;
  const settings = { clientId: env.AMAZON_CLIENT_ID, clientSecret: env.AMAZON_CLIENT_SECRET, endpoint, timeoutMs };
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl = null } = env;
  return {
    ...base,
    ring,
    gateways: createGateways({ ...base, ring, settings }),
    mailer: createMailer({ apiKey, baseUrl, clock: base.clock, timeoutMs, turns: mailTurns(base.system) }),
    mailDomains: createMailDomains({ apiKey, baseUrl, timeoutMs }),
    stripe: createStripeGateway({
      secretKey: env.STRIPE_SECRET_KEY,
      endpoint: localEndpoint(env.HEED_STRIPE_URL),
      timeoutMs,
    }),
    dns: env.HEED_SANDBOX_URL === undefined ? realDns : sandboxDns(env.HEED_SANDBOX_URL),
    killPoints: env.HEED_KILL_POINT === undefined ? noKillPoints : killPoints(env.HEED_KILL_POINT),
    mailDomain: env.HEED_MAIL_DOMAIN,
    webUrl: env.HEED_WEB_URL ?? env.AUTH_URL ?? "http://localhost:3000",
    subscriptions: orderSubscriptions({
      application: () => applicationOf({ system: base.system, ring, settings }),
      target: notificationTarget({ queueUrl: env.AMAZON_SQS_QUEUE_URL, eventBridge: env.AMAZON_EVENTBRIDGE }),
    }),
    freshenSecret: () =>
      freshenSecret({ system: base.system, ring, settings, hasQueue: env.AMAZON_SQS_QUEUE_URL !== undefined }),
    plant: env.HEED_PLANT ?? null,
  };
}
