import "server-only";
import { realClock } from "@heed/core/time";
import { openDb } from "@heed/db/client";
import { withoutValues } from "@heed/db/database-error";
import { parseKeyRing } from "@heed/db/seal";
import { openSystemDb, type SystemDb } from "@heed/db/system-db";
import type { StripeSettings } from "@heed/stripe/client";
import { createStripeGateway } from "@heed/stripe/gateway";
import { localEndpoint } from "@heed/stripe/local-endpoint";
import pino from "pino";
import { type Env, env } from "../env.ts";
import { accountMails } from "./account-mails.ts";
import { type AmazonSettings, amazonPort } from "./amazon/port.ts";
import { startListener } from "./realtime/listener.ts";
import { createLiveHub } from "./realtime/live-hub.ts";
import type { Services } from "./services.ts";

interface Runtime extends Services {
  /** Login `heed_system`, for webhooks: which tenant an address belongs to. */
  readonly system: SystemDb;
}

// Kept on globalThis: in development the module is loaded again at each change, the pool must not be.
const holder: typeof globalThis & { heedRuntime?: Runtime } = globalThis;

export function services(): Runtime {
  holder.heedRuntime ??= start();
  return holder.heedRuntime;
}

/** Values that a driver quotes in its message stay out of the log. */
function describeError(thrown: unknown): Readonly<Record<string, unknown>> {
  const error = withoutValues(thrown);
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, message: error.message, stack: error.stack };
}

function amazonSettings(settings: Env): AmazonSettings {
  const { HEED_AMAZON_PORT: port, HEED_AMAZON_CA: caPath } = settings;
  return {
    applicationId: settings.AMAZON_APPLICATION_ID,
    clientId: settings.AMAZON_CLIENT_ID,
    clientSecret: settings.AMAZON_CLIENT_SECRET,
    draft: settings.AMAZON_APPLICATION_DRAFT === "true",
    ownUrl: settings.AUTH_URL,
    endpoint: port === undefined || caPath === undefined ? null : { port, caPath },
    sellerCentral: settings.HEED_SANDBOX_URL ?? null,
    clock: realClock(),
  };
}

/** Real milliseconds; a person waits for the answer. */
const STRIPE_TIMEOUT = 15_000;

function stripeSettings({ STRIPE_SECRET_KEY: secretKey, HEED_STRIPE_URL: url }: Env): StripeSettings {
  return { secretKey, endpoint: localEndpoint(url), timeoutMs: STRIPE_TIMEOUT };
}

function start(): Runtime {
  const settings = env();
  const log = pino({ name: "web", serializers: { err: describeError } }, pino.destination(2));
  const live = createLiveHub();
  startListener({ url: settings.DATABASE_URL, hub: live, log });
  return {
    db: openDb(settings.DATABASE_URL),
    system: openSystemDb(settings.DATABASE_SYSTEM_URL),
    ring: parseKeyRing(settings.HEED_KEYS),
    clock: realClock(),
    live,
    log,
    amazon: amazonPort(amazonSettings(settings)),
    stripe: createStripeGateway(stripeSettings(settings)),
    ownUrl: settings.AUTH_URL,
    mail: accountMails(settings),
  };
}
