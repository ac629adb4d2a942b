import { z } from "zod";

/**
 * | kind               | the caller sees                         | effect happened (default) |
 * |--------------------|-----------------------------------------|---------------------------|
 * | throttle           | 429 without Retry-After                 | no                        |
 * | throttle_wait      | 429 with Retry-After                    | no                        |
 * | error_500          | 500 with an error body                  | no                        |
 * | error_503          | 503 with an error body                  | no                        |
 * | html_error         | 502 with an HTML page                   | no                        |
 * | revoked            | 403, authorisation revoked              | no                        |
 * | expired_token      | 403, access token expired               | no                        |
 * | timeout            | no answer, the connection stays open    | yes                       |
 * | slow_body          | the answer, a byte at a time            | yes                       |
 * | reset              | the connection breaks                   | yes                       |
 * | truncated_json     | the first half of the answer            | yes                       |
 */
export const FAULT_KINDS = [
  "throttle",
  "throttle_wait",
  "error_500",
  "error_503",
  "html_error",
  "revoked",
  "expired_token",
  "timeout",
  "slow_body",
  "reset",
  "truncated_json",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

const AFTER_EFFECT: ReadonlySet<FaultKind> = new Set(["timeout", "slow_body", "reset", "truncated_json"]);

export const faultRule = z.object({
  kind: z.enum(FAULT_KINDS),
  /** An operation id such as `searchOrders`, `token`, or `POST /emails`. */
  op: z.string().optional(),
  /** A prefix of the path. */
  path: z.string().optional(),
  sellerId: z.string().optional(),
  /** Hits this many matching requests, then is spent; without it the rule stays. */
  times: z.number().int().positive().optional(),
  /** Share of the matching requests that are hit, by the seed. */
  rate: z.number().min(0).max(1).optional(),
  seed: z.number().int().optional(),
  /** Matching requests that pass before the rule begins. */
  skip: z.number().int().nonnegative().optional(),
  /** Overrides whether the request takes effect. */
  effect: z.boolean().optional(),
  /** Seconds for Retry-After and for slow_body. */
  seconds: z.number().positive().optional(),
});
export type FaultRule = z.infer<typeof faultRule>;

export function takesEffect(rule: FaultRule): boolean {
  return rule.effect ?? AFTER_EFFECT.has(rule.kind);
}
