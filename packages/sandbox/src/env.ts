import { Temporal } from "@heed/core/time";
import { z } from "zod";
import type { SandboxOptions } from "./start-sandbox.ts";
import { DEFAULT_SETTINGS } from "./start-sandbox.ts";

const instant = z.string().refine((text) => {
  try {
    return Temporal.Instant.from(text) !== null;
  } catch {
    return false;
  }
}, "must be an instant such as 2026-11-01T00:00:00Z");

const variables = z.object({
  HEED_SANDBOX_DIR: z.string({ error: "is missing: set it to a directory for the sandbox's log and keys" }).min(1),
  HEED_CLOCK_MODE: z.enum(["real", "virtual"]).default("real"),
  HEED_CLOCK_START: instant.optional(),
  HEED_CLOCK_EXPECTED: z.string().default(""),
  HEED_SANDBOX_WORLD: z
    .string()
    .regex(/^demo:\d+:\d+$/, "must look like demo:<seed>:<orders>")
    .optional(),
  HEED_SANDBOX_SPARE_SELLERS: z.enum(["true", "false"]).default("false"),
  HEED_WEBHOOK_URL: z.url().optional(),
  /** Where the product serves; Amazon knows its redirect and login addresses there. */
  HEED_WEB_URL: z.url().default("http://localhost:3000"),
  HEED_MAIL_DOMAIN: z.string().default(DEFAULT_SETTINGS.mailDomain),
  HEED_SANDBOX_RESEND_RATE: z.coerce.number().positive().default(DEFAULT_SETTINGS.resendRate),
  RESEND_API_KEY: z.string().default(DEFAULT_SETTINGS.resendApiKey),
  RESEND_WEBHOOK_SECRET: z.string().startsWith("whsec_").default(DEFAULT_SETTINGS.webhookSecret),
  AMAZON_APPLICATION_ID: z.string().default(DEFAULT_SETTINGS.application.applicationId),
  HEED_STRIPE_WEBHOOK_URL: z.url().optional(),
  STRIPE_SECRET_KEY: z.string().default(DEFAULT_SETTINGS.stripeKey),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_").default(DEFAULT_SETTINGS.stripeWebhookSecret),
  AMAZON_CLIENT_ID: z.string().default(DEFAULT_SETTINGS.application.clientId),
  AMAZON_CLIENT_SECRET: z.string().default(DEFAULT_SETTINGS.application.clientSecret),
});

/** The options of this process; throws with the names of the variables that are wrong. */
export function readOptions(source: Readonly<Record<string, string | undefined>> = process.env): SandboxOptions {
  const parsed = variables.safeParse(source);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"));
  const { data } = parsed;
  const expected = data.HEED_CLOCK_EXPECTED.split(",").filter((name) => name !== "");
  const virtualFrom = data.HEED_CLOCK_START ?? Temporal.Now.instant().round("minute").toString();
  const [, seed, orders] = data.HEED_SANDBOX_WORLD?.split(":") ?? [];
  return {
    dir: data.HEED_SANDBOX_DIR,
    clock: data.HEED_CLOCK_MODE === "virtual" ? { virtualFrom, expected } : "real",
    spareSellers: data.HEED_SANDBOX_SPARE_SELLERS === "true",
    ...(data.HEED_WEBHOOK_URL !== undefined && { webhookUrl: data.HEED_WEBHOOK_URL }),
    ...(data.HEED_STRIPE_WEBHOOK_URL !== undefined && { stripeWebhookUrl: data.HEED_STRIPE_WEBHOOK_URL }),
    ...(seed !== undefined && orders !== undefined && { world: { seed: Number(seed), orders: Number(orders) } }),
    settings: {
      application: {
        applicationId: data.AMAZON_APPLICATION_ID,
        clientId: data.AMAZON_CLIENT_ID,
        clientSecret: data.AMAZON_CLIENT_SECRET,
        redirectUris: [new URL("/oauth/amazon/callback", data.HEED_WEB_URL).href],
        loginUri: new URL("/oauth/amazon/login", data.HEED_WEB_URL).href,
        draft: true,
      },
      mailDomain: data.HEED_MAIL_DOMAIN,
      resendApiKey: data.RESEND_API_KEY,
      resendRate: data.HEED_SANDBOX_RESEND_RATE,
      webhookSecret: data.RESEND_WEBHOOK_SECRET,
      stripeKey: data.STRIPE_SECRET_KEY,
      stripeWebhookSecret: data.STRIPE_WEBHOOK_SECRET,
    },
  };
}
