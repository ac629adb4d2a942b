import { type Aftermath, NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { statusNews } from "../queries/order-rows.ts";
import { orderFact } from "../schema/amazon.ts";
import type { TenantDb } from "../tenant-db.ts";

/** News of one order that is not the order itself: a line of a report, or a notification. */
export interface OrderFact extends Partial<Aftermath> {
  readonly orderId: string;
}

export interface WaitingFacts {
  readonly storeId: string;
  readonly facts: readonly OrderFact[];
  readonly now: Instant;
}

export function aftermathOf(fact: Partial<Aftermath>): Aftermath {
  const { cancelRequestedAt, returnedAt, refundedAt, feedbackRating, statusNews } = { ...NO_AFTERMATH, ...fact };
  return { cancelRequestedAt, returnedAt, refundedAt, feedbackRating, statusNews };
}

function withoutNews({ statusNews: _news, ...dates }: Aftermath): Omit<Aftermath, "statusNews"> {
  return dates;
}

/** Keeps what was told of orders that have not come in; joined with what waits already. */
export async function keepFacts(tx: TenantDb, { storeId, facts, now }: WaitingFacts): Promise<void> {
  const rows = facts.map((fact) => ({
    ...withoutNews(aftermathOf(fact)),
    status: fact.statusNews?.value ?? null,
    statusAt: fact.statusNews?.at ?? null,
    orderId: fact.orderId,
    tenantId: tx.tenantId,
    storeId,
    notedAt: now,
  }));
  if (rows.length === 0) return;
  const newer = sql`excluded.status_at > ${orderFact.statusAt} or ${orderFact.statusAt} is null`;
  await tx.sql
    .insert(orderFact)
    .values(rows)
    .onConflictDoUpdate({
      target: [orderFact.tenantId, orderFact.storeId, orderFact.orderId],
      // least() and greatest() pass nulls over.
      set: {
        cancelRequestedAt: sql`least(${orderFact.cancelRequestedAt}, excluded.cancel_requested_at)`,
        returnedAt: sql`least(${orderFact.returnedAt}, excluded.returned_at)`,
        refundedAt: sql`least(${orderFact.refundedAt}, excluded.refunded_at)`,
        feedbackRating: sql`least(${orderFact.feedbackRating}, excluded.feedback_rating)`,
        status: sql`case when ${newer} then excluded.status else ${orderFact.status} end`,
        statusAt: sql`greatest(${orderFact.statusAt}, excluded.status_at)`,
        notedAt: sql`excluded.noted_at`,
      },
    });
}

/** Hands what waited to orders that come in for the first time. */
export async function takeUpFacts(
  tx: TenantDb,
  { storeId, orderIds }: { readonly storeId: string; readonly orderIds: readonly string[] },
): Promise<Map<string, OrderFact>> {
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
  return new Map(
    rows.map((row) => [
      row.orderId,
      {
        orderId: row.orderId,
        ...aftermathOf({ ...row, statusNews: statusNews(row.status, row.statusAt) }),
      },
    ]),
  );
}
