import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { emailFate, emailHour } from "../schema/email-count.ts";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { address } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

/*
 * What the numbers over a period need of e-mails, kept as they happen, so that looking at them costs days and not orders.
 *
 * | the message        | email_fate                                           | email_hour |
 * |--------------------|------------------------------------------------------|------------|
 * | goes out           |                                                      | sent + 1   |
 * | becomes reached    | reached + 1, where the notice address was proven     |            |
 * | is refused         | refused + 1, and reached − 1 where it counted there  | refused + 1|
 * | leaves reached     | reached − 1 where it counted                         |            |
 *
 * `message.prior_email_on` keeps under which day a fate was counted; null: it was not.
 */

/** Whether Amazon's notices came here already when the e-mail of this alias went out. */
const provenFor = (alias: string, marketplace: string) => sql`exists (
  select 1 from ${address} a where a.tenant_id = ${sql.raw(alias)}.tenant_id and a.store_id = ${sql.raw(alias)}.store_id
    and a.marketplace_id = ${sql.raw(marketplace)}.marketplace_id and a.kind = 'notice'
    and a.proven_at <= ${sql.raw(alias)}.sent_at)`;

const utcDay = (instant: string) => sql.raw(`(${instant} at time zone 'UTC')::date`);

/** Counts the fate of e-mails whose state has just become `reached` or `refused_by_buyer`. */
export async function countFates(tx: TenantDb, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await shareCounters(tx);
  await tx.sql.execute(sql`
    with fresh as (
      update ${message} m set prior_email_on = coalesce((
        select ${utcDay("max(p.sent_at)")} from ${order} po
        join ${message} p on p.tenant_id = po.tenant_id and p.order_ref = po.id
        where po.tenant_id = o.tenant_id and po.store_id = o.store_id and (po.id = o.id or po.buyer_key = o.buyer_key)
          and p.lane = 'email' and (p.sent_at, p.id) < (m.sent_at, m.id) and ${provenFor("p", "po")}), '-infinity')
      from ${order} o
      where m.tenant_id = ${tx.tenantId} and m.id = any(${`{${messageIds.join(",")}}`}::uuid[])
        and m.lane = 'email' and m.sent_at is not null and m.state in ('reached', 'refused_by_buyer')
        and m.prior_email_on is null and o.tenant_id = m.tenant_id and o.id = m.order_ref and ${provenFor("m", "o")}
      returning ${FATE})
    ${addFates(sql`fresh`)}`);
}

/** What identifies a counter, of a message `m` and its order `o`. */
const FATE = sql.raw(`m.tenant_id, m.store_id, (m.sent_at at time zone 'UTC')::date as day, o.marketplace_id,
  m.prior_email_on as prior, o.repeat_buyer, o.fulfilled_by, m.state`);

/** Sorted, so that two writers lock the counters in the same order. */
const addFates = (source: ReturnType<typeof sql>) => sql`
  insert into ${emailFate} as f (tenant_id, store_id, day, marketplace_id, prior, repeat_buyer, fulfilled_by, reached, refused)
  select tenant_id, store_id, day, marketplace_id, prior, repeat_buyer, fulfilled_by,
    count(*) filter (where state = 'reached'), count(*) filter (where state = 'refused_by_buyer')
  from ${source} group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (tenant_id, store_id, day, marketplace_id, prior, repeat_buyer, fulfilled_by)
  do update set reached = f.reached + excluded.reached, refused = f.refused + excluded.refused`;

/** A message has just stopped being `reached`. */
export async function uncountReached(tx: TenantDb, messageId: string): Promise<void> {
  await shareCounters(tx);
  await tx.sql.execute(sql`
    with gone as (
      select ${FATE} from ${message} m join ${order} o on o.tenant_id = m.tenant_id and o.id = m.order_ref
      where m.tenant_id = ${tx.tenantId} and m.id = ${messageId} and m.prior_email_on is not null),
    cleared as (
      update ${message} m set prior_email_on = null from gone
      where m.tenant_id = gone.tenant_id and m.id = ${messageId})
    update ${emailFate} f set reached = f.reached - 1 from gone
    where f.tenant_id = gone.tenant_id and f.store_id = gone.store_id and f.day = gone.day
      and f.marketplace_id = gone.marketplace_id and f.prior = gone.prior and f.repeat_buyer = gone.repeat_buyer
      and f.fulfilled_by = gone.fulfilled_by`);
}

export interface HourCount {
  readonly storeId: string;
  readonly marketplaceId: string;
  readonly sentAt: Instant;
  readonly sent: number;
  readonly refused: number;
}

/** An e-mail went out, or one that had gone out was refused: in the hour at which it went. */
export async function countHours(tx: TenantDb, { marketplaceId, sentAt, ...counts }: HourCount): Promise<void> {
  const { sent, refused } = counts;
  if (sent + refused === 0) return;
  await shareCounters(tx);
  const local = sentAt.toZonedDateTimeISO(marketplaceById(marketplaceId)?.timeZone ?? "UTC");
  await tx.sql
    .insert(emailHour)
    .values({ tenantId: tx.tenantId, day: local.toPlainDate().toString(), hour: local.hour, ...counts })
    .onConflictDoUpdate({
      target: [emailHour.tenantId, emailHour.storeId, emailHour.day, emailHour.hour],
      set: { sent: sql`${emailHour.sent} + ${sent}`, refused: sql`${emailHour.refused} + ${refused}` },
    });
}

/** Who counts holds this together; who counts anew holds it alone (recount-emails.ts). */
const shareCounters = (tx: TenantDb) =>
  tx.sql.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${`email counters ${tx.tenantId}`}, 0))`);
