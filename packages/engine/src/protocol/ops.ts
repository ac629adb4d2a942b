import { z } from "zod";

const op = z.object({
  id: z.string().min(1).max(200),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.unknown().optional(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** One thing that the SDK reports: a step that ran, one that it plans, a wait. */
export type Op = z.infer<typeof op>;

const ops = z.array(op);

/** The ops of a 206 answer or of a checkpoint; null when they cannot be read. */
export function readOps(value: unknown): readonly Op[] | null {
  const parsed = ops.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const waitOptions = z.object({ timeout: z.string().default("365d"), if: z.string().optional() });

export const invokeOptions = z.object({
  function_id: z.string(),
  payload: z
    .object({ data: z.unknown().optional(), user: z.unknown().optional(), v: z.string().optional() })
    .default({}),
  timeout: z.string().optional(),
});
