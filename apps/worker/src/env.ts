import { z } from "zod";

const LOOPBACK = ["127.0.0.1", "::1"];

const schema = z
  .object({
    HEED_MODE: z.enum(["demo", "live"]).default("live"),
    DATABASE_URL: z.string().min(1),
    DATABASE_SYSTEM_URL: z.string().min(1),
    HEED_KEYS: z.string().min(1),
    INNGEST_BASE_URL: z.url().optional(),
    INNGEST_EVENT_KEY: z.string().min(1),
    INNGEST_SIGNING_KEY: z.string().min(1),
    WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    /** Address to listen on: an executor on another machine needs more than loopback, such as `0.0.0.0` or `::`. */
    WORKER_HOST: z.union([z.ipv4(), z.ipv6()]).default("127.0.0.1"),
    /** Where such an executor reaches this process, such as `https://worker.example.com`. */
    INNGEST_SERVE_ORIGIN: z.url().optional(),
    AMAZON_CLIENT_ID: z.string().min(1),
    AMAZON_CLIENT_SECRET: z.string().min(1),
    HEED_AMAZON_PORT: z.coerce.number().int().optional(),
    HEED_AMAZON_CA: z.string().optional(),
    /** The queue to which Amazon sends notifications; without it sync alone brings changes. */
    AMAZON_SQS_QUEUE_URL: z.url().optional(),
    /** Changes of orders go to the event bus of this account instead, and come back by `/api/webhooks/amazon`. */
    AMAZON_EVENTBRIDGE: z
      .string()
      .regex(/^\d{12}\/[a-z0-9-]+$/, "must look like <account of AWS>/<region>, such as 123456789012/eu-west-1")
      .optional(),
    /** A stand-in of SQS. */
    HEED_SQS_ENDPOINT: z.url().optional(),
    RESEND_API_KEY: z.string().min(1),
    RESEND_BASE_URL: z.url().optional(),
    RESEND_WEBHOOK_SECRET: z.string().min(1),
    /** Where people open the product, for links in mails; of a demo, and in earnest. */
    HEED_WEB_URL: z.url().optional(),
    AUTH_URL: z.url().optional(),
    STRIPE_SECRET_KEY: z.string().min(1),
    STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_"),
    HEED_STRIPE_URL: z.url().optional(),
    HEED_MAIL_DOMAIN: z.string().min(1).default("heed.localhost"),
    /** One call to Amazon or Resend with its answer, in milliseconds. */
    HEED_CALL_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(20_000),
    HEED_SANDBOX_URL: z.url().optional(),
    HEED_CLOCK: z.string().optional(),
    /** `<point>:<nth>`: the process kills itself there, for the fault tests. */
    HEED_KILL_POINT: z.string().optional(),
    /** A bug on purpose, to prove that the checker finds it. */
    HEED_PLANT: z.enum(["lost", "double", "leak"]).optional(),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .superRefine((env, context) => {
    if (env.HEED_MODE !== "live") {
      if (!LOOPBACK.includes(env.WORKER_HOST))
        context.addIssue({ code: "custom", path: ["WORKER_HOST"], message: "a demo listens on this machine only" });
      return;
    }
    if (env.AUTH_URL === undefined) context.addIssue({ code: "custom", path: ["AUTH_URL"], message: "is missing" });
    for (const name of [
      "HEED_CLOCK",
      "HEED_SANDBOX_URL",
      "HEED_STRIPE_URL",
      "HEED_AMAZON_PORT",
      "HEED_AMAZON_CA",
      "HEED_SQS_ENDPOINT",
      "HEED_KILL_POINT",
      "HEED_PLANT",
    ] as const) {
      if (env[name] !== undefined)
        context.addIssue({
          code: "custom",
          path: [name],
          message: "is for demo mode only; unset it or set HEED_MODE=demo",
        });
    }
    if (env.RESEND_BASE_URL?.startsWith("https:") === false)
      context.addIssue({ code: "custom", path: ["RESEND_BASE_URL"], message: "must be an https address in live mode" });
  });

export type WorkerEnv = z.infer<typeof schema>;

const HOW_TO_SET: Readonly<Record<string, string>> = {
  DATABASE_URL: "the login heed_app, such as postgres://heed_app:…@host/heed",
  DATABASE_SYSTEM_URL: "the login heed_system on the same database",
  HEED_KEYS: '{"active":"k1","keys":{"k1":"<base64 of 32 bytes>"}}',
  INNGEST_EVENT_KEY: "the event key of your Inngest environment",
  INNGEST_SIGNING_KEY: "the signing key of your Inngest environment",
  AMAZON_CLIENT_ID: "the LWA client id of your SP-API application",
  AMAZON_CLIENT_SECRET: "the LWA client secret of your SP-API application",
  AUTH_URL: "the address people open, such as https://app.example.com",
  RESEND_API_KEY: "an API key of resend.com",
  STRIPE_SECRET_KEY: "the secret key of your Stripe account, sk_…",
  STRIPE_WEBHOOK_SECRET: "the signing secret of the endpoint at Stripe, whsec_…",
  RESEND_WEBHOOK_SECRET: "the signing secret of the webhook at resend.com, whsec_…",
};

/** @throws Error that names every variable that is missing or wrong, and how to set it; never a value */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): WorkerEnv {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = path.join(".");
    const how = HOW_TO_SET[name];
    return `  ${name}: ${how === undefined ? message : `set it to ${how}`}`;
  });
  throw new Error(`The worker cannot start:\n${lines.join("\n")}`);
}
