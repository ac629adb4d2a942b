import type { Lane } from "./message.ts";

/** What is frozen before the call to a lane: enough to repeat it exactly, and to know that it is the same. */
export interface Intent {
  readonly lane: Lane;
  /** ISO instant of the claim. */
  readonly at: string;
  readonly templateKey: string | null;
  readonly templateVersion: number | null;
  readonly language: string | null;
  /** SHA-256 (hex) of the rendered payload; null for a solicitation, which has no text of ours. */
  readonly payloadHash: string | null;
  readonly idempotencyKey: string | null;
  /** Set when somebody repeats the call: from then on a refusal of the first one proves nothing. */
  readonly repeated?: boolean;
}
