import type { DecidedMessage } from "./decide.ts";
import type { Decision, Verdict } from "./decision.ts";

/** The ledger's line for a verdict at the moment of sending. */
export function ledgerLine(message: DecidedMessage, verdict: Verdict, rulePackId: string): Decision {
  const common = {
    phase: "send" as const,
    slot: message.slot,
    purpose: message.purpose,
    rulePack: rulePackId,
    reasons: verdict.reasons,
  };
  switch (verdict.kind) {
    case "send":
      return { ...common, verdict: "send", lane: verdict.lane, rule: null, waitUntil: null };
    case "wait":
      return { ...common, verdict: "wait", lane: message.lane, rule: verdict.rule, waitUntil: verdict.until };
    case "refuse":
      return {
        ...common,
        verdict: verdict.rule === "dry_run" ? "dry_run" : "refuse",
        lane: message.lane,
        rule: verdict.rule,
        waitUntil: null,
      };
  }
}

/**
 * Whether a line would only repeat the last one of its slot. A wait counts as the same while its rule stays, so that a
 * pause of a week leaves one line and not one for each look.
 */
export function repeats(last: Decision | null, next: Decision): boolean {
  if (last === null || last.phase !== next.phase || last.verdict !== next.verdict) return false;
  if (last.rule !== next.rule || last.lane !== next.lane || last.rulePack !== next.rulePack) return false;
  if (next.verdict === "wait") return true;
  return canonical(last.reasons) === canonical(next.reasons);
}

/** Rows that went through jsonb come back with their keys in another order. */
function canonical(reasons: Decision["reasons"]): string {
  return JSON.stringify(
    reasons.map(({ rule, result, facts }) => [rule, result, Object.entries(facts).toSorted(byKey)]),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
