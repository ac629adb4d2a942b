import type { Lane, MessageState, Purpose, Slot } from "@heed/core/message/message";
import type { Decision } from "@heed/core/policy/decision";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, sql } from "drizzle-orm";
import { flow, flowVersion } from "../schema/flow.ts";
import { decision, message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface OrderMessage {
  readonly id: string;
  readonly slot: Slot;
  readonly purpose: Purpose;
  readonly lane: Lane;
  readonly state: MessageState;
  readonly endRule: string | null;
  readonly final: boolean;
  readonly flowKey: string;
  /** As the pinned version was called; the key where the flow is gone. */
  readonly flowName: string;
  readonly flowVersion: number;
  readonly stepKey: string;
  readonly dueAt: Instant;
  readonly planVersion: number;
  readonly claimedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly settleAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly held: boolean;
}

export interface OrderDecision extends Decision {
  readonly id: string;
  readonly at: Instant;
  readonly messageId: string | null;
}

/** Oldest first. */
export async function orderMessages(tx: TenantDb, orderRef: string): Promise<OrderMessage[]> {
  const { id, slot, purpose, lane, state, endRule, final, flowKey, stepKey, dueAt, planVersion } = message;
  const { claimedAt, sentAt, settleAt, settledAt, held } = message;
  return tx.sql
    .select({
      ...{ id, slot, purpose, lane, state, endRule, final, flowKey, stepKey, dueAt, planVersion },
      ...{ claimedAt, sentAt, settleAt, settledAt, held, flowVersion: message.flowVersion },
      flowName: sql<string>`coalesce(${flowVersion.definition} ->> 'name', ${flowKey})`,
    })
    .from(message)
    .leftJoin(flow, and(eq(flow.tenantId, message.tenantId), eq(flow.flowKey, flowKey)))
    .leftJoin(
      flowVersion,
      and(
        eq(flowVersion.tenantId, flow.tenantId),
        eq(flowVersion.flowId, flow.id),
        eq(flowVersion.version, message.flowVersion),
      ),
    )
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.orderRef, orderRef)))
    .orderBy(asc(id));
}

/** The order's lines of the ledger, oldest first. */
export async function orderDecisions(tx: TenantDb, orderRef: string): Promise<OrderDecision[]> {
  const { id, at, phase, verdict, lane, rule, rulePack, waitUntil, purpose, slot, messageId, reasons } = decision;
  return tx.sql
    .select({ id, at, phase, verdict, lane, rule, rulePack, waitUntil, purpose, slot, messageId, reasons })
    .from(decision)
    .where(and(eq(decision.tenantId, tx.tenantId), eq(decision.orderRef, orderRef)))
    .orderBy(asc(id));
}
