import { join } from "node:path";
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
  readonly amazon: number;
  readonly resend: number;
  readonly control: number;
  readonly clock: number;
  readonly engine: number;
  readonly worker: number;
  readonly web: number | null;
}

export type StackClock = { readonly kind: "real" } | { readonly kind: "virtual"; readonly from: string };

export interface EnvironmentInput {
  readonly inherited: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly databases: DatabaseUrls;
  readonly keys: string;
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly clock: StackClock;
  /** The instant from which the demo's data is told, the same at every start. */
  readonly epoch: string;
}

export type PartEnvironment = Record<string, string | undefined>;

/** What each part gets to know, and nothing more: no serving process holds the owner's login, `web` holds no event key. */
export function partEnvironments(
  input: EnvironmentInput,
): Record<"sandbox" | "engine" | "worker" | "web", PartEnvironment> {
  const base = inheritedEnvironment(input.inherited);
  const { databases, secrets, ports } = input;
  const common = { ...base, HEED_MODE: "demo", HEED_MAIL_DOMAIN: MAIL_DOMAIN, ...clockSettings(input) };
  const amazon = amazonSettings(secrets);
  const mail = { RESEND_API_KEY: secrets.resendKey, RESEND_WEBHOOK_SECRET: secrets.webhookSecret };
  const product = {
    ...common,
    ...mail,
    ...amazon,
    DATABASE_URL: databases.DATABASE_URL,
    DATABASE_SYSTEM_URL: databases.DATABASE_SYSTEM_URL,
    HEED_KEYS: input.keys,
    RESEND_BASE_URL: local(ports.resend),
    HEED_SANDBOX_URL: local(ports.control),
    HEED_WEB_URL: webUrl(ports),
    HEED_AMAZON_PORT: String(ports.amazon),
    HEED_AMAZON_CA: join(sandboxFolder(input.folder), "ca.pem"),
  };
  return {
    sandbox: { ...common, ...mail, ...amazon, ...sandboxSettings(input) },
    engine: {
      ...common,
      ...executorSettings(input),
      DATABASE_ENGINE_URL: databases.DATABASE_ENGINE_URL,
      ENGINE_PORT: String(ports.engine),
      PORT: String(ports.engine),
    },
    worker: { ...product, ...executorSettings(input), WORKER_PORT: String(ports.worker) },
    web: {
      ...product,
      AUTH_URL: webUrl(ports),
      NEXTAUTH_URL: webUrl(ports),
      NEXTAUTH_SECRET: authSecretOf(input.keys),
      PORT: String(ports.web ?? 0),
    },
  };
}

export const MAIL_DOMAIN = "heed.localhost";

export function sandboxFolder(folder: string): string {
  return join(folder, "sandbox");
}

export function webUrl({ web }: Ports): string {
  return `http://localhost:${web ?? 3000}`;
}

function amazonSettings(secrets: Secrets): PartEnvironment {
  return {
    AMAZON_CLIENT_ID: "amzn1.application-oa2-client.heed-sandbox",
    AMAZON_CLIENT_SECRET: secrets.amazonClientSecret,
    AMAZON_APPLICATION_ID: "amzn1.sp.solution.heed-sandbox",
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

function sandboxSettings({ folder, ports, epoch }: EnvironmentInput): PartEnvironment {
  return {
    HEED_SANDBOX_DIR: sandboxFolder(folder),
    HEED_SANDBOX_AMAZON_PORT: String(ports.amazon),
    HEED_SANDBOX_RESEND_PORT: String(ports.resend),
    HEED_SANDBOX_CONTROL_PORT: String(ports.control),
    HEED_SANDBOX_CLOCK_PORT: String(ports.clock),
    HEED_DEMO_EPOCH: epoch,
    // Without the web app the worker takes the webhooks.
    HEED_WEBHOOK_URL:
      ports.web === null ? `${local(ports.worker)}/webhooks/resend` : `${local(ports.web)}/api/webhooks/resend`,
  };
}

function clockSettings({ clock, ports }: EnvironmentInput): PartEnvironment {
  if (clock.kind === "real") return { HEED_CLOCK_MODE: "real" };
  return {
    HEED_CLOCK_MODE: "virtual",
    HEED_CLOCK: `127.0.0.1:${ports.clock}`,
    HEED_CLOCK_FROM: clock.from,
    HEED_CLOCK_EXPECT: "worker,engine",
  };
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}

const OURS = /^(DATABASE_|AMAZON_|RESEND_|STRIPE_|INNGEST_|HEED_|NEXTAUTH_|AUTH_|npm_|VITEST|TEST$|NODE_ENV$|PORT$)/;

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
