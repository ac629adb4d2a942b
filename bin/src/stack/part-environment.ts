import { createHash } from "node:crypto";
import { z } from "zod";
import { authSecretOf, type Secrets } from "./secrets.ts";

export interface DatabaseUrls {
  readonly DATABASE_URL: string;
  readonly DATABASE_SYSTEM_URL: string;
  readonly DATABASE_ENGINE_URL: string;
  readonly DATABASE_MIGRATE_URL: string;
  /** The read-only login of the checker; made by demo and faults only. */
  readonly DATABASE_CHECK_URL?: string;
}

export interface Ports {
  readonly engine: number;
  readonly worker: number;
  /** Null where the web app is not started. */
  readonly web: number | null;
}

export type StackClock = { readonly kind: "real" } | { readonly kind: "virtual"; readonly from: string };

export interface EnvironmentInput {
  readonly inherited: NodeJS.ProcessEnv;
  readonly databases: DatabaseUrls;
  readonly keys: string;
  readonly secrets: Secrets;
  readonly ports: Ports;
}

export interface SandboxInput extends EnvironmentInput {
  /** Where the sandbox keeps its log. */
  readonly folder: string;
  readonly clock: StackClock;
  /** Demo data to begin with; null for an empty world. */
  readonly world: { readonly seed: number; readonly orders: number } | null;
}

export type PartEnvironment = Record<string, string | undefined>;

/** Where the sandbox serves: its ready line. */
export const SandboxPlaces = z.object({
  ports: z.object({ amazon: z.number(), resend: z.number(), control: z.number() }),
  caPath: z.string(),
  resendUrl: z.string(),
  sqsUrl: z.string(),
  stripeUrl: z.string(),
  controlUrl: z.string(),
  clockAddress: z.string().nullable(),
  logPath: z.string(),
});
export type SandboxPlaces = z.infer<typeof SandboxPlaces>;

export const MAIL_DOMAIN = "heed.localhost";

export function webUrl({ web }: Ports): string {
  return `http://localhost:${web ?? 3000}`;
}

export function sandboxEnvironment({ inherited, secrets, ports, folder, clock, world }: SandboxInput): PartEnvironment {
  return {
    ...base(inherited),
    ...credentials(secrets),
    HEED_SANDBOX_DIR: folder,
    HEED_WEB_URL: webUrl(ports),
    // Where people click there are sellers to connect; the headless demo has its own only.
    HEED_SANDBOX_SPARE_SELLERS: String(ports.web !== null),
    ...(world === null ? {} : { HEED_SANDBOX_WORLD: `demo:${world.seed}:${world.orders}` }),
    // Without the web app the worker takes the webhooks.
    HEED_WEBHOOK_URL:
      ports.web === null ? `${local(ports.worker)}/webhooks/resend` : `${local(ports.web)}/api/webhooks/resend`,
    HEED_STRIPE_WEBHOOK_URL:
      ports.web === null ? `${local(ports.worker)}/webhooks/stripe` : `${local(ports.web)}/api/webhooks/stripe`,
    ...(clock.kind === "real"
      ? { HEED_CLOCK_MODE: "real" }
      : { HEED_CLOCK_MODE: "virtual", HEED_CLOCK_START: clock.from, HEED_CLOCK_EXPECTED: "worker,engine" }),
  };
}

/** What each part gets to know, and nothing more: no serving process holds the owner's login, `web` holds no event key. */
export function productEnvironments(
  input: EnvironmentInput,
  sandbox: SandboxPlaces,
): Record<"engine" | "worker" | "web", PartEnvironment> {
  const { databases, ports, keys } = input;
  const common = { ...base(input.inherited), ...clockOf(sandbox) };
  const product = {
    ...common,
    ...credentials(input.secrets),
    DATABASE_URL: databases.DATABASE_URL,
    DATABASE_SYSTEM_URL: databases.DATABASE_SYSTEM_URL,
    HEED_KEYS: keys,
    RESEND_BASE_URL: sandbox.resendUrl,
    HEED_STRIPE_URL: sandbox.stripeUrl,
    HEED_SANDBOX_URL: sandbox.controlUrl,
    HEED_WEB_URL: webUrl(ports),
    HEED_AMAZON_PORT: String(sandbox.ports.amazon),
    HEED_AMAZON_CA: sandbox.caPath,
  };
  const executor = executorSettings(input);
  return {
    engine: {
      ...common,
      ...executor,
      DATABASE_ENGINE_URL: databases.DATABASE_ENGINE_URL,
      ENGINE_PORT: String(ports.engine),
    },
    worker: { ...product, ...executor, ...notificationsOf(sandbox), WORKER_PORT: String(ports.worker) },
    web: { ...product, AUTH_URL: webUrl(ports), NEXTAUTH_URL: webUrl(ports), NEXTAUTH_SECRET: authSecretOf(keys) },
  };
}

function base(inherited: NodeJS.ProcessEnv): PartEnvironment {
  return { ...inheritedEnvironment(inherited), HEED_MODE: "demo", HEED_MAIL_DOMAIN: MAIL_DOMAIN };
}

/** The sandbox accepts these, and nothing else does. */
function credentials(secrets: Secrets): PartEnvironment {
  return {
    RESEND_API_KEY: secrets.resendKey,
    RESEND_WEBHOOK_SECRET: secrets.webhookSecret,
    ...stripeCredentials(secrets),
    AMAZON_CLIENT_ID: "amzn1.application-oa2-client.heedsandbox",
    AMAZON_CLIENT_SECRET: secrets.amazonClientSecret,
    AMAZON_APPLICATION_ID: "amzn1.sp.solution.heedsandbox",
    AMAZON_APPLICATION_DRAFT: "true",
  };
}

/** Made of a secret that every instance has, so that older ones get theirs too. */
export function stripeCredentials({ resendKey }: Secrets) {
  const derived = (purpose: string) =>
    createHash("sha256").update(`${purpose}:${resendKey}`).digest("hex").slice(0, 32);
  return {
    STRIPE_SECRET_KEY: `sk_test_${derived("stripe")}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${derived("stripe-webhook")}`,
  };
}

function executorSettings({ secrets, ports }: EnvironmentInput): PartEnvironment {
  return {
    INNGEST_BASE_URL: local(ports.engine),
    INNGEST_EVENT_KEY: secrets.eventKey,
    INNGEST_SIGNING_KEY: secrets.signingKey,
    HEED_SERVE_URL: `${local(ports.worker)}/api/inngest`,
  };
}

/** A queue is polled in real time, which a virtual clock would not wait for. */
function notificationsOf({ clockAddress, sqsUrl }: SandboxPlaces): PartEnvironment {
  if (clockAddress !== null) return {};
  return {
    AMAZON_SQS_QUEUE_URL: `${sqsUrl}/000000000000/heed`,
    HEED_SQS_ENDPOINT: sqsUrl,
  };
}

function clockOf({ clockAddress }: SandboxPlaces): PartEnvironment {
  return clockAddress === null ? {} : { HEED_CLOCK: clockAddress };
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}

const OURS =
  /^(DATABASE_|AMAZON_|RESEND_|STRIPE_|INNGEST_|HEED_|NEXTAUTH_|AUTH_|ENGINE_|WORKER_|npm_|VITEST|TEST$|NODE_ENV$|PORT$)/;

/** The machine's own settings, without any that would speak for another instance or for live credentials. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): PartEnvironment {
  const kept = Object.entries(env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1" };
}

const REAL_CREDENTIALS = ["AMAZON_CLIENT_SECRET", "RESEND_API_KEY", "STRIPE_SECRET_KEY"] as const;

/** A demo must never write to a real buyer: real credentials need a word on what stays sandboxed. */
export function refuseRealCredentials(env: NodeJS.ProcessEnv): void {
  const found = REAL_CREDENTIALS.filter((name) => (env[name] ?? "") !== "");
  if (found.length === 0 || (env["HEED_SANDBOX"] ?? "") !== "") return;
  throw new Error(
    `${found.join(", ")} is set, but this is a demo. Unset it, or set HEED_SANDBOX=amazon,mail,stripe to say that these stay sandboxed.`,
  );
}
