import type { FirstEmails } from "@heed/core/analytics/first-emails";
import { NOTICE_WINDOW_HOURS } from "@heed/core/message/settle";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import { emailFate, emailHour } from "../schema/email-count.ts";
import { message, storeDay } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import { apiUsage } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface InsightSpan {
  readonly storeId: StoreChoice;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Buyers first e-mailed in the span by the fate of that e-mail, as `FirstEmails` defines it; the span begins with its
 * first day (UTC). Read from counters (commands/count-email.ts), so that it costs days and not orders. Days whose notice
 * window is still open are left out: a refusal is known at once, and what reached only when the window closes.
 */
export async function firstEmails(tx: TenantDb, { storeId, from, to }: InsightSpan): Promise<FirstEmails[]> {
  const [first, open] = [from, to.subtract({ hours: NOTICE_WINDOW_HOURS })].map((at) =>
    at.toZonedDateTimeISO("UTC").toPlainDate().toString(),
  );
  const rows = await tx.sql.execute<{ [field in keyof FirstEmails]: FirstEmails[field] }>(sql`
    select marketplace_id as "marketplaceId", to_char(date_trunc('week', day::timestamp), 'YYYY-MM-DD') as week,
      repeat_buyer as "repeatBuyer", fulfilled_by as "fulfilledBy", sum(refused)::int as refused, sum(reached)::int as reached
    from ${emailFate}
    where ${emailFate.tenantId} = ${tx.tenantId} and ${inStore(emailFate.storeId, storeId) ?? sql`true`}
      and day >= ${first} and day < ${open} and prior < ${first}
    group by 1, 2, 3, 4 having sum(refused + reached) > 0`);
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
  const [first, last] = [from, to].map((at) => at.toZonedDateTimeISO("UTC").toPlainDate().toString());
  const rows = await tx.sql.execute<{ [field in keyof SendHour]: SendHour[field] }>(sql`
    select extract(isodow from day)::int as weekday, hour::int as hour, sum(sent)::int as sent, sum(refused)::int as refused
    from ${emailHour}
    where ${emailHour.tenantId} = ${tx.tenantId} and ${inStore(emailHour.storeId, storeId) ?? sql`true`}
      and day between ${first} and ${last}
    group by 1, 2`);
  return [...rows];
}

/** So many delays tell how they are spread; more would only cost. */
const TOLD_DELAYS = 1_000;

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
        // As the index says it, so that only these are read.
        sql`${notice.kind} = 'opted_out' and ${notice.effect} = 'applied' and not ${notice.uploaded}`,
        isNotNull(notice.messageId),
        isNotNull(message.sentAt),
        gte(notice.receivedAt, sql`${from.toString()}`),
        sql`${notice.receivedAt} < ${to.toString()}`,
      ),
    )
    .orderBy(desc(notice.receivedAt))
    .limit(TOLD_DELAYS);
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
