import { z } from "zod";

const help: Readonly<Record<string, string>> = {
  DATABASE_ENGINE_URL: "the login heed_engine, such as postgres://heed_engine:…@127.0.0.1:5432/heed",
  HEED_SERVE_URL: "the worker's serve address, such as http://127.0.0.1:3100/api/inngest",
  INNGEST_EVENT_KEY: "any secret that the worker has too",
  INNGEST_SIGNING_KEY: "signkey-heed-<64 hex digits>, the same as the worker's",
  HEED_CLOCK: "host:port of the sandbox's clock; leave it out for real time",
};

const schema = z
  .object({
    HEED_MODE: z.enum(["demo", "live"]).default("live"),
    DATABASE_ENGINE_URL: z.string().min(1),
    HEED_SERVE_URL: z.url(),
    INNGEST_EVENT_KEY: z.string().min(1),
    INNGEST_SIGNING_KEY: z.string().regex(/^signkey-\w+-([0-9a-f]{2}){16,}$/),
    HEED_CLOCK: z.string().optional(),
    ENGINE_HOST: z.string().default("127.0.0.1"),
    ENGINE_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    ENGINE_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(20),
    ENGINE_LEASE_SECONDS: z.coerce.number().min(1).max(600).default(10),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine((env) => env.HEED_MODE !== "live" || env.HEED_CLOCK === undefined, {
    path: ["HEED_CLOCK"],
    message: "a virtual clock is refused in live mode",
  });

export type Env = z.infer<typeof schema>;

/** Throws an error that names each variable that is missing or wrong, and how to set it. */
export function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `${name}: ${issue.message}${help[name] === undefined ? "" : ` (${help[name]})`}`;
  });
  throw new Error(`The engine cannot start:\n${lines.join("\n")}`);
}
