import type { Outputs } from "../../server/routers/app.ts";

export type ProofLine = Outputs["proof"]["lines"]["lines"][number];

export const PROOF_HEADER = [
  "at_utc",
  "order",
  "marketplace",
  "phase",
  "verdict",
  "rule",
  "purpose",
  "lane",
  "rule_pack",
  "reasons",
];

/** Reasons stand as "rule: result (fact=value, …)", so that a person can read the file. */
export function proofRow({ at, orderId, marketplaceId, decision }: ProofLine): readonly string[] {
  const { phase, verdict, rule, purpose, lane, rulePack } = decision;
  return [
    at.toString(),
    orderId,
    marketplaceId,
    phase,
    verdict,
    rule ?? "",
    purpose,
    lane ?? "",
    rulePack,
    reasonsOf(decision),
  ];
}

export function reasonsOf({ reasons }: ProofLine["decision"]): string {
  return reasons
    .map(({ rule, result, facts }) => {
      const told = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
      return told.length === 0 ? `${rule}: ${result}` : `${rule}: ${result} (${told.join(", ")})`;
    })
    .join("; ");
}
