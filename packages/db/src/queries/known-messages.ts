import type { KnownMessage } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface StoredMessage extends KnownMessage {
  readonly id: string;
}

export const knownColumns = {
  id: message.id,
  orderRef: message.orderRef,
  slot: message.slot,
  purpose: message.purpose,
  lane: message.lane,
  state: message.state,
  final: message.final,
  flowKey: message.flowKey,
  flowVersion: message.flowVersion,
  stepKey: message.stepKey,
  dueAt: message.dueAt,
  plannedFor: sql<Instant>`coalesce(${message.plannedFor}, ${message.dueAt})`.mapWith(message.dueAt),
  planVersion: message.planVersion,
};

/** All messages of the orders, by order. */
export async function messagesOfOrders(
  tx: TenantDb,
  orderRefs: readonly string[],
): Promise<Map<string, StoredMessage[]>> {
  const found = new Map<string, StoredMessage[]>();
  if (orderRefs.length === 0) return found;
  const rows = await tx.sql
    .select(knownColumns)
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.orderRef, [...orderRefs])));
  for (const { orderRef, ...known } of rows) {
    const list = found.get(orderRef);
    if (list === undefined) found.set(orderRef, [known]);
    else list.push(known);
  }
  return found;
}
