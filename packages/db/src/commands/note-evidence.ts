import type { EvidenceEffect } from "@heed/core/message/evidence";
import type { Reason } from "@heed/core/policy/decision";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import type { TenantDb } from "../tenant-db.ts";
import type { EvidenceMessage } from "./apply-effect.ts";
import { recordDecision } from "./record-decision.ts";
import { redecideBuyer } from "./redecide-buyer.ts";

export interface EvidenceNote {
  readonly found: EvidenceMessage;
  readonly effect: EvidenceEffect;
  readonly rule: string;
  readonly facts: Reason["facts"];
  readonly now: Instant;
}

/** After `applyEffect`: the ledger's line about it, and what else is planned for a buyer who is suppressed now. */
export async function noteEvidence(tx: TenantDb, { found, effect, rule, facts, now }: EvidenceNote): Promise<void> {
  const { message: row, order } = found;
  const seen = { ...facts, before: row.state, after: effect.state ?? row.state };
  await recordDecision(tx, {
    storeId: row.storeId,
    orderRef: row.orderRef,
    messageId: row.id,
    at: now,
    decision: {
      phase: "send",
      verdict: "outcome",
      slot: row.slot,
      purpose: row.purpose,
      lane: row.lane,
      rule,
      rulePack: rulePack_2026_11_23.id,
      waitUntil: null,
      reasons: [{ rule, result: "noted", facts: seen }],
    },
  });
  if (effect.suppress !== null && order.buyerKey !== null) {
    await redecideBuyer(tx, { storeId: row.storeId, buyerKey: order.buyerKey, now });
  }
}
