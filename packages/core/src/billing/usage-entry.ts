import type { MessageState } from "../message/message.ts";

/** Unique by (tenant, message, kind); the units of a tenant are the sum of its entries. */
export const USAGE_KINDS = ["reached", "refused", "credit"] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

export interface UsageEntry {
  readonly kind: UsageKind;
  readonly units: 1 | 0 | -1;
  /** `not_credited`: the buyer refused, but the proof is not strong enough to give money back. */
  readonly reason: "not_credited" | null;
}

const REFUSED: UsageEntry = { kind: "refused", units: 0, reason: null };
const CREDIT: UsageEntry = { kind: "credit", units: -1, reason: null };

/** How the evidence came in, as far as money depends on it. */
export interface EvidenceSource {
  readonly verification: "verified" | "forwarded" | "unverified" | "forged";
  readonly uploaded: boolean;
  /** The text matched a pattern that a person taught, not one of ours. */
  readonly taughtPattern: boolean;
}

export function mayCredit({ verification, uploaded, taughtPattern }: EvidenceSource): boolean {
  return (verification === "verified" || verification === "forwarded") && !uploaded && !taughtPattern;
}

/**
 * The entry that a failure after sending writes at once (DESIGN §5.5); settling writes `reached` (message/settle.ts).
 *
 * | new state                            | `reached` written | creditable | entry                              |
 * | refused_by_buyer                     | no                | yes        | refused 0, shown as credited       |
 * | refused_by_buyer                     | no                | no         | none; settling writes reached +1   |
 * | bounced, failed, suppressed          | no                | any        | none: nothing was charged          |
 * | refused_by_buyer, bounced, failed    | yes               | yes        | credit −1                          |
 * | any                                  | yes               | no         | none                               |
 */
export function usageOnFailure(state: MessageState, billed: boolean, creditable: boolean): UsageEntry | null {
  if (!creditable) return null;
  if (billed) return state === "refused_by_buyer" || state === "bounced" || state === "failed" ? CREDIT : null;
  return state === "refused_by_buyer" ? REFUSED : null;
}
