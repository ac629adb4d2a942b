import type { FirstEmails } from "@heed/core/analytics/first-emails";
import { MARKETPLACES } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { and, eq, gte, isNotNull, sql } from "drizzle-orm";
import { message, storeDay } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { address, apiUsage } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface InsightSpan {
  readonly storeId: StoreChoice;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Buyers first e-mailed in the span by the fate of that e-mail, as `FirstEmails` defines it. A buyer whose key is erased
 * counts once for each order: nobody is kept only to be counted.
 */
export async function firstEmails(tx: TenantDb, { storeId, from, to }: InsightSpan): Promise<FirstEmails[]> {
  const rows = await tx.sql.execute<{ [field in keyof FirstEmails]: FirstEmails[field] }>(sql`
    with mailed as (
      select distinct on (coalesce(encode(${order.buyerKey}, 'hex'), ${order.id}::text))
        ${message.state} as state, ${message.sentAt} as sent_at, ${order.marketplaceId} as marketplace_id,
        ${order.repeatBuyer} as repeat_buyer, ${order.fulfilledBy} as fulfilled_by
      from ${message}
      join ${order} on ${order.tenantId} = ${message.tenantId} and ${order.id} = ${message.orderRef}
      where ${message.tenantId} = ${tx.tenantId} and ${inStore(message.storeId, storeId) ?? sql`true`}
        and ${message.lane} = 'email' and ${message.sentAt} >= ${from.toString()} and ${message.sentAt} < ${to.toString()}
        and exists (
          select 1 from ${address} where ${address.tenantId} = ${message.tenantId}
            and ${address.storeId} = ${message.storeId} and ${address.marketplaceId} = ${order.marketplaceId}
            and ${address.kind} = 'notice' and ${address.provenAt} <= ${message.sentAt})
      order by coalesce(encode(${order.buyerKey}, 'hex'), ${order.id}::text), ${message.sentAt})
    select marketplace_id as "marketplaceId", to_char(date_trunc('week', sent_at at time zone 'UTC'), 'YYYY-MM-DD') as week,
      repeat_buyer as "repeatBuyer", fulfilled_by as "fulfilledBy",
      count(*) filter (where state = 'refused_by_buyer')::int as refused,
      count(*) filter (where state = 'reached')::int as reached
    from mailed where state in ('refused_by_buyer', 'reached')
    group by 1, 2, 3, 4`);
  return [...rows];
}

export interface SendHour {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly sent: number;
  readonly refused: number;
}

/** When e-mails went out, in the time of their marketplace. */
export async function sendHours(tx: TenantDb, { storeId, from, to }: InsightSpan): Promise<SendHour[]> {
  const zones = sql.join(
    MARKETPLACES.map(({ marketplaceId, timeZone }) => sql`when ${marketplaceId} then ${timeZone}`),
    sql` `,
  );
  const rows = await tx.sql.execute<{ [field in keyof SendHour]: SendHour[field] }>(sql`
    with local as (
      select ${message.sentAt} at time zone (case ${order.marketplaceId} ${zones} else 'UTC' end) as at,
        ${message.state} as state
      from ${message}
      join ${order} on ${order.tenantId} = ${message.tenantId} and ${order.id} = ${message.orderRef}
      where ${message.tenantId} = ${tx.tenantId} and ${inStore(message.storeId, storeId) ?? sql`true`}
        and ${message.lane} = 'email' and ${message.sentAt} >= ${from.toString()} and ${message.sentAt} < ${to.toString()})
    select extract(isodow from at)::int as weekday, extract(hour from at)::int as hour, count(*)::int as sent,
      count(*) filter (where state = 'refused_by_buyer')::int as refused
    from local group by 1, 2`);
  return [...rows];
}

/** Hours from the message to the notice that refused it; the newest, as many as tell. */
export async function noticeDelays(tx: TenantDb, { storeId, from, to }: InsightSpan): Promise<number[]> {
  const rows = await tx.sql
    .select({ hours: sql<number>`extract(epoch from ${notice.receivedAt} - ${message.sentAt}) / 3600`.mapWith(Number) })
    .from(notice)
    .innerJoin(message, and(eq(message.tenantId, notice.tenantId), eq(message.id, notice.messageId)))
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        inStore(notice.storeId, storeId),
        eq(notice.kind, "opted_out"),
        eq(notice.effect, "applied"),
        eq(notice.uploaded, false),
        isNotNull(message.sentAt),
        gte(notice.receivedAt, sql`${from.toString()}`),
        sql`${notice.receivedAt} < ${to.toString()}`,
      ),
    )
    .limit(5_000);
  return rows.map(({ hours }) => Math.max(0, hours));
}

export interface LaneWeek {
  readonly week: string;
  readonly lane: string;
  readonly sent: number;
}

export async function laneMix(tx: TenantDb, { storeId, from }: InsightSpan): Promise<LaneWeek[]> {
  const week = sql<string>`to_char(date_trunc('week', ${storeDay.day}::timestamp), 'YYYY-MM-DD')`;
  return tx.sql
    .select({ week, lane: storeDay.lane, sent: sql<number>`sum(${storeDay.count})`.mapWith(Number) })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, storeId),
        eq(storeDay.outcome, "sent"),
        gte(storeDay.day, from.toZonedDateTimeISO("UTC").toPlainDate().toString()),
      ),
    )
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
}

export interface CallsPerOrder {
  readonly operation: string;
  readonly calls: number;
  readonly throttled: number;
}

/** Calls to Amazon by operation, and the orders that came in at the same time. */
export async function callsPerOrder(
  tx: TenantDb,
  { storeId, from }: InsightSpan,
): Promise<{ readonly orders: number; readonly operations: CallsPerOrder[] }> {
  const day = from.toZonedDateTimeISO("UTC").toPlainDate().toString();
  const operations = await tx.sql
    .select({
      operation: apiUsage.operation,
      calls: sql<number>`sum(${apiUsage.calls})`.mapWith(Number),
      throttled: sql<number>`sum(${apiUsage.throttled})`.mapWith(Number),
    })
    .from(apiUsage)
    .where(and(eq(apiUsage.tenantId, tx.tenantId), inStore(apiUsage.storeId, storeId), gte(apiUsage.day, day)))
    .groupBy(apiUsage.operation)
    .orderBy(sql`2 desc, 1`);
  const [orders] = await tx.sql
    .select({ count: sql<number>`coalesce(sum(${storeDay.count}), 0)`.mapWith(Number) })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, storeId),
        eq(storeDay.outcome, "orders"),
        gte(storeDay.day, day),
      ),
    );
  return { orders: orders?.count ?? 0, operations };
}
