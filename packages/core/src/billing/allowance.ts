import type { Instant } from "../time.ts";
import type { MessageAllowance } from "./entitlements.ts";

/** What counts against an allowance at the moment of sending: what is paid for, and what may still come to be. */
export interface Use {
  /** Units of the period: settled less credited. */
  readonly reached: number;
  readonly sent: number;
  readonly sending: number;
  readonly unknown: number;
}

export function totalOf({ reached, sent, sending, unknown }: Use): number {
  return Math.max(0, reached) + sent + sending + unknown;
}

/** Why nothing may go at the moment, with what the ledger says about it. */
export interface NotEntitled {
  readonly why: "unpaid" | "used_up" | "spending_cap";
  readonly used: number;
  readonly limit: number;
  /** When it opens by itself; null: when somebody pays. */
  readonly opensAt: Instant | null;
}

/** @returns null when one more message may go */
export function notEntitled(allowance: MessageAllowance, use: Use): NotEntitled | null {
  const used = totalOf(use);
  if (!allowance.open) return { why: "unpaid", used, limit: 0, opensAt: null };
  if (allowance.limit === null || used < allowance.limit) return null;
  const why = allowance.limitedBy === "spending_cap" ? "spending_cap" : "used_up";
  return { why, used, limit: allowance.limit, opensAt: allowance.period.end };
}

/** Close to its limit two messages could both see the last place: then they are counted one after the other. */
export const CLOSE_TO_LIMIT = 100;

export const ALERT_SHARES = [80, 100] as const;
export type AlertShare = (typeof ALERT_SHARES)[number];

/** What a mail about an alert says: a share of the included units, of the units at which a plan stops, or of the cap. */
export interface UsageAlertFacts {
  readonly of: "included" | "plan" | "spending_cap";
  readonly share: number;
  readonly total: number;
}

/** The alerts that are due: shares of the included units, and of the units at which sending stops. */
export function alertsDue(
  { included, limit }: Pick<MessageAllowance, "included" | "limit">,
  used: number,
): readonly { readonly of: "included" | "limit"; readonly share: AlertShare }[] {
  const reachedShare = (total: number, share: AlertShare) => total > 0 && used * 100 >= total * share;
  const measures = [
    ...(limit === null || limit > included ? [{ of: "included" as const, total: included }] : []),
    ...(limit === null ? [] : [{ of: "limit" as const, total: limit }]),
  ];
  return measures.flatMap(({ of, total }) =>
    ALERT_SHARES.filter((share) => reachedShare(total, share)).map((share) => ({ of, share })),
  );
}
