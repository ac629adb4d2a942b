import type { FaultKind } from "@heed/sandbox/faults/rule";

export interface FaultCase {
  readonly kind: FaultKind;
  readonly title: string;
  /** Calls about an order whose first request got this answer, as DESIGN §6 prescribes them. */
  readonly minimum: number;
}

/**
 * | answer                              | prescribed                                                        | calls |
 * |-------------------------------------|-------------------------------------------------------------------|-------|
 * | 429, an expired or a revoked token | the request once more                                             | 2     |
 * | 5xx, a page (nothing happened)      | the actions read twice: offered both times; the request once more | 4     |
 * | no whole answer (it happened)       | the actions read three times: never offered, unknown and shown    | 4     |
 */
export const FAULT_CASES: readonly FaultCase[] = [
  { kind: "throttle", title: "429 without Retry-After", minimum: 2 },
  { kind: "throttle_wait", title: "429 with Retry-After", minimum: 2 },
  { kind: "expired_token", title: "an expired token", minimum: 2 },
  { kind: "revoked", title: "a revoked token, once", minimum: 2 },
  { kind: "error_500", title: "500", minimum: 4 },
  { kind: "error_503", title: "503", minimum: 4 },
  { kind: "html_error", title: "an HTML page", minimum: 4 },
  { kind: "timeout", title: "no answer", minimum: 4 },
  { kind: "slow_body", title: "a body that trickles", minimum: 4 },
  { kind: "reset", title: "a connection that breaks", minimum: 4 },
  { kind: "truncated_json", title: "half a body", minimum: 4 },
];
