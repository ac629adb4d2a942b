import { type Aftermath, NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { orderFact } from "../schema/amazon.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface WaitingFacts {
  readonly storeId: string;
  readonly facts: readonly (Partial<Aftermath> & { readonly orderId: string })[];
  readonly now: Instant;
}

export function aftermathOf(fact: Partial<Aftermath>): Aftermath {
  const { cancelRequestedAt, returnedAt, refundedAt, feedbackRating } = { ...NO_AFTERMATH, ...fact };
  return { cancelRequestedAt, returnedAt, refundedAt, feedbackRating };
}

/** Keeps the aftermath of orders that have not come in; joined with what waits already. */
export async function keepFacts(tx: TenantDb, { storeId, facts, now }: WaitingFacts): Promise<void> {
  const rows = facts
    .map((fact) => ({ ...aftermathOf(fact), orderId: fact.orderId, tenantId: tx.tenantId, storeId, notedAt: now }))
    .filter(isNews);
  if (rows.length === 0) return;
  await tx.sql
    .insert(orderFact)
    .values(rows)
    .onConflictDoUpdate({
      target: [orderFact.tenantId, orderFact.storeId, orderFact.orderId],
      // least() passes nulls over.
      set: {
        cancelRequestedAt: sql`least(${orderFact.cancelRequestedAt}, excluded.cancel_requested_at)`,
        returnedAt: sql`least(${orderFact.returnedAt}, excluded.returned_at)`,
        refundedAt: sql`least(${orderFact.refundedAt}, excluded.refunded_at)`,
        feedbackRating: sql`least(${orderFact.feedbackRating}, excluded.feedback_rating)`,
        notedAt: sql`excluded.noted_at`,
      },
    });
}

function isNews({ cancelRequestedAt, returnedAt, refundedAt, feedbackRating }: Aftermath): boolean {
  return cancelRequestedAt !== null || returnedAt !== null || refundedAt !== null || feedbackRating !== null;
}

/** Hands the aftermath that waited to orders that come in for the first time. */
export async function takeUpFacts(
  tx: TenantDb,
  { storeId, orderIds }: { readonly storeId: string; readonly orderIds: readonly string[] },
): Promise<Map<string, Aftermath>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.sql
    .delete(orderFact)
    .where(
      and(
        eq(orderFact.tenantId, tx.tenantId),
        eq(orderFact.storeId, storeId),
        inArray(orderFact.orderId, [...orderIds]),
      ),
    )
    .returning();
  return new Map(rows.map((row) => [row.orderId, aftermathOf(row)]));
}
