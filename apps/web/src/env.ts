import { z } from "zod";

const url = z.url();

const DEMO_ONLY = ["HEED_SANDBOX_URL", "HEED_STRIPE_URL", "HEED_AMAZON_PORT", "HEED_AMAZON_CA"] as const;

const SCHEMA = z
  .object({
    HEED_MODE: z.enum(["demo", "live"]).default("live"),
    DATABASE_URL: z.string().min(1),
    DATABASE_SYSTEM_URL: z.string().min(1),
    AUTH_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: z.string().min(32),
    RESEND_API_KEY: z.string().min(1),
    RESEND_BASE_URL: url.default("https://api.resend.com"),
    RESEND_WEBHOOK_SECRET: z.string().startsWith("whsec_"),
    STRIPE_SECRET_KEY: z.string().min(1),
    STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_"),
    HEED_STRIPE_URL: url.optional(),
    AMAZON_APPLICATION_ID: z.string().min(1),
    AMAZON_APPLICATION_DRAFT: z.enum(["true", "false"]).default("false"),
    AMAZON_CLIENT_ID: z.string().min(1),
    AMAZON_CLIENT_SECRET: z.string().min(1),
    HEED_AMAZON_PORT: z.coerce.number().int().optional(),
    HEED_AMAZON_CA: z.string().optional(),
    HEED_MAIL_DOMAIN: z.string().min(1).default("heed.localhost"),
    HEED_KEYS: z.string().min(1),
    GOOGLE_CLIENT_ID: z.string().min(1).optional(),
    GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
    HEED_SANDBOX_URL: url.optional(),
    /** Without it nobody may deliver notifications by EventBridge; SQS is read by the worker. */
    AMAZON_EVENTBRIDGE_KEY: z.string().min(20).optional(),
  })
  .superRefine((env, context) => {
    if (env.HEED_MODE === "demo") return;
    for (const name of DEMO_ONLY) {
      if (env[name] === undefined) continue;
      context.addIssue({
        code: "custom",
        path: [name],
        message: "belongs to demo mode: unset it, or set HEED_MODE=demo",
      });
    }
  })
  .refine((env) => (env.GOOGLE_CLIENT_ID === undefined) === (env.GOOGLE_CLIENT_SECRET === undefined), {
    path: ["GOOGLE_CLIENT_SECRET"],
    message: "set it together with GOOGLE_CLIENT_ID, or neither",
  });

export type Env = z.infer<typeof SCHEMA>;

const HOW: Readonly<Record<string, string>> = {
  DATABASE_URL: "login heed_app, printed by `npm run -s heed -- migrate`",
  DATABASE_SYSTEM_URL: "login heed_system, printed by `npm run -s heed -- migrate`",
  AUTH_URL: "the address people open, such as https://app.example.com",
  NEXTAUTH_URL: "the same as AUTH_URL",
  NEXTAUTH_SECRET: "at least 32 random characters; bin/ derives it from HEED_KEYS",
  AMAZON_APPLICATION_ID: "amzn1.sp.solution.… of your SP-API application",
  AMAZON_CLIENT_ID: "the LWA client id of your SP-API application",
  AMAZON_CLIENT_SECRET: "the LWA client secret of your SP-API application",
  HEED_KEYS: "the key ring as JSON; `npm start` makes one in .heed/keys.json",
  STRIPE_SECRET_KEY: "the secret key of your Stripe account, sk_…",
  STRIPE_WEBHOOK_SECRET: "whsec_… of the endpoint at Stripe that points at /api/webhooks/stripe",
  RESEND_API_KEY: "from the dashboard of Resend",
  AMAZON_EVENTBRIDGE_KEY: "20 or more random characters, the same as in the connection of the API destination",
  RESEND_WEBHOOK_SECRET: "whsec_… of the webhook that points at /api/webhooks/resend",
};

/** True under `next dev` only. */
export const isDevelopment = process.env.NODE_ENV === "development";

let parsed: Env | undefined;

/** Settings of this process, read once; throws at start with the names of what is missing and how to set it. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const result = SCHEMA.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const how = HOW[name];
    return `  ${name}: ${message}${how === undefined ? "" : ` (${how})`}`;
  });
  throw new Error(`Settings of the web app are missing or wrong:\n${lines.join("\n")}`);
}
