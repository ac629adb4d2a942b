import { isMetered } from "@heed/core/billing/standing";
import type { MessageState } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { subscriptionRow } from "../queries/billing-facts.ts";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { usageEntry } from "../schema/work.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { countDays, dayIn } from "./count-day.ts";
import { countFates } from "./count-email.ts";
import { eachTenant } from "./each-tenant.ts";
import { noteUsageAlerts } from "./note-usage-alerts.ts";

export interface SettleInput {
  readonly now: Instant;
  readonly limit: number;
}

/**
 * Closes messages whose notice window is over:
 *
 * | state at that time                       | becomes   | usage entry                  |
 * |------------------------------------------|-----------|------------------------------|
 * | sent                                     | reached   | reached +1                   |
 * | refused_by_buyer, not creditable         | unchanged | reached +1, `not_credited`   |
 * | any other (credited, bounced, failed, …) | unchanged | none                         |
 *
 * A message that an unjudged notice holds waits. Goes on until none is left, `limit` at a time.
 * @returns how many became reached
 */
export async function settleMessages(db: Db, system: SystemDb, input: SettleInput): Promise<number> {
  let reached = 0;
  for (;;) {
    const batch = await settleSome(db, system, input);
    reached += batch.reached;
    // A batch in which nothing closed is in another process's hands.
    if (batch.found < input.limit || batch.closed === 0) return reached;
  }
}

interface Batch {
  readonly found: number;
  readonly closed: number;
  readonly reached: number;
}

async function settleSome(db: Db, system: SystemDb, { now, limit }: SettleInput): Promise<Batch> {
  const due = await system.sql
    .select({ tenantId: message.tenantId, id: message.id })
    .from(message)
    .where(and(isNull(message.settledAt), sql`${message.settleAt} <= ${now.toString()}`, eq(message.held, false)))
    .orderBy(asc(message.settleAt))
    .limit(limit);
  const byTenant = Map.groupBy(due, ({ tenantId }) => tenantId);
  let [closed, reached] = [0, 0];
  await eachTenant(byTenant, async (tenantId, rows) => {
    const ids = rows.map(({ id }) => id);
    const batch = await withTenant(db, systemAccess(tenantId), (tx) => settleBatch(tx, ids, now));
    closed += batch.closed;
    reached += batch.reached;
  });
  return { found: due.length, closed, reached };
}

async function settleBatch(tx: TenantDb, ids: readonly string[], now: Instant): Promise<Omit<Batch, "found">> {
  const rows = await tx.sql
    .select({
      id: message.id,
      storeId: message.storeId,
      state: message.state,
      lane: message.lane,
      sentAt: message.sentAt,
      marketplaceId: order.marketplaceId,
    })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        inArray(message.id, [...ids]),
        isNull(message.settledAt),
        eq(message.held, false),
      ),
    )
    .for("update", { of: message, skipLocked: true });
  if (rows.length === 0) return { closed: 0, reached: 0 };
  const sent = rows.filter(({ state }) => state === "sent");
  await closeRows(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  await bill(tx, rows, now);
  await countDays(
    tx,
    sent.map(({ storeId, marketplaceId, lane, sentAt }) => ({
      storeId,
      marketplaceId,
      lane,
      day: dayIn(marketplaceId, sentAt ?? now),
      outcome: "reached",
      count: 1,
    })),
  );
  await countFates(
    tx,
    sent.flatMap(({ id, lane }) => (lane === "email" ? [id] : [])),
  );
  await appendLive(tx, ["messages"], now);
  await noteUsageAlerts(tx, now);
  return { closed: rows.length, reached: sent.length };
}

async function bill(tx: TenantDb, rows: readonly { id: string; state: MessageState }[], now: Instant): Promise<void> {
  const billed = rows.filter(({ state }) => state === "sent" || state === "refused_by_buyer");
  if (billed.length === 0) return;
  const metered = isMetered((await subscriptionRow(tx))?.status ?? null);
  const entries = billed.map(({ id, state }) => ({
    tenantId: tx.tenantId,
    messageId: id,
    kind: "reached" as const,
    units: 1,
    reason: state === "sent" ? null : "not_credited",
    at: now,
    metered,
  }));
  await tx.sql.insert(usageEntry).values(entries).onConflictDoNothing();
}

async function closeRows(tx: TenantDb, ids: readonly string[], now: Instant): Promise<void> {
  await tx.sql
    .update(message)
    .set({ settledAt: now, state: sql`case when ${message.state} = 'sent' then 'reached' else ${message.state} end` })
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.id, [...ids])));
}
