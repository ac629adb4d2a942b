import { decide } from "@heed/core/policy/decide";
import { HOPED_FOR } from "@heed/core/policy/hoped-for";
import { ledgerLine } from "@heed/core/policy/ledger-line";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { loadSendWork } from "../queries/send-work.ts";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { refuseMessage } from "./claim-message.ts";
import { countSend } from "./count-send.ts";
import { recordDecision } from "./record-decision.ts";

export interface Redecision {
  readonly storeId: string;
  readonly buyerKey: Uint8Array;
  readonly now: Instant;
}

/** A buyer has few open orders; a runaway number would only mean that somebody shares an alias. */
const MOST = 200;

/**
 * Decides again what is planned for a buyer, so that a refusal shows at once. Only refusals are written: what may still
 * go is decided at its own time, on facts that are fresh then. @returns how many were refused
 */
export async function redecideBuyer(tx: TenantDb, { storeId, buyerKey, now }: Redecision): Promise<number> {
  const planned = await tx.sql
    .select({ id: message.id })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .where(
      and(
        eq(order.tenantId, tx.tenantId),
        eq(order.storeId, storeId),
        eq(order.buyerKey, buyerKey),
        eq(message.state, "planned"),
      ),
    )
    .limit(MOST);
  let refused = 0;
  for (const { id } of planned) refused += (await redecide(tx, id, now)) ? 1 : 0;
  return refused;
}

async function redecide(tx: TenantDb, messageId: string, now: Instant): Promise<boolean> {
  const work = await loadSendWork(tx, { messageId, now });
  if (work === null) return false;
  const { message: row } = work;
  const verdict = decide({
    message: row,
    facts: { ...work.facts, ...HOPED_FOR },
    rulePack: rulePack_2026_11_23,
    now,
  });
  if (verdict.kind !== "refuse") return false;
  const written = await refuseMessage(tx, {
    messageId,
    planVersion: row.planVersion,
    rule: verdict.rule,
    final: verdict.final,
  });
  if (!written) return false;
  const decision = ledgerLine(row, verdict, rulePack_2026_11_23.id);
  await recordDecision(tx, { storeId: row.storeId, orderRef: work.orderRef, messageId, decision, at: now });
  await countSend(tx, { work, outcome: `refused:${verdict.rule}`, at: now });
  return true;
}
