import { z } from "zod";

const concurrency = z.object({ limit: z.int().min(1), key: z.string().optional(), scope: z.string().optional() });

const trigger = z.union([
  z.object({ event: z.string().min(1), expression: z.string().nullish() }),
  z.object({ cron: z.string().min(1), jitter: z.string().optional() }),
]);

/** A function as the SDK describes it at registration. */
export const functionConfig = z.object({
  id: z.string().min(1).max(500),
  name: z.string().optional(),
  triggers: z.array(trigger),
  steps: z.record(
    z.string(),
    z.object({ retries: z.object({ attempts: z.int().min(0).max(20).optional() }).optional() }),
  ),
  idempotency: z.string().optional(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  concurrency: z.union([z.int().min(0), concurrency, z.array(concurrency).max(2)]).optional(),
  batchEvents: z.unknown().optional(),
  rateLimit: z.unknown().optional(),
  throttle: z.unknown().optional(),
  debounce: z.unknown().optional(),
  priority: z.unknown().optional(),
  singleton: z.unknown().optional(),
  timeouts: z.unknown().optional(),
});

export type FunctionConfig = z.infer<typeof functionConfig>;
export type ConcurrencyConfig = z.infer<typeof concurrency>;

export const registerBody = z.object({
  appName: z.string().min(1),
  functions: z.array(functionConfig),
});

/** Options that change what a run means and that this engine does not have: refused, never ignored. */
export const unsupportedOptions = [
  "batchEvents",
  "rateLimit",
  "throttle",
  "debounce",
  "priority",
  "singleton",
  "timeouts",
] as const satisfies readonly (keyof FunctionConfig)[];
