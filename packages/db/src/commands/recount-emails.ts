import { MARKETPLACES } from "@heed/core/marketplace/marketplaces";
import { sql } from "drizzle-orm";
import { emailFate, emailHour } from "../schema/email-count.ts";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { address } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

/**
 * Makes the counters of e-mails anew from the messages: once for what was sent before they were kept. Buyers whose key
 * is erased by then count once for each order.
 */
export async function recountEmails(tx: TenantDb, storeId: string): Promise<void> {
  const lock = `email counters ${tx.tenantId}`;
  await tx.sql.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  await recountFates(tx, storeId);
  await recountHours(tx, storeId);
}

async function recountFates(tx: TenantDb, storeId: string): Promise<void> {
  const here = sql`tenant_id = ${tx.tenantId} and store_id = ${storeId}`;
  await tx.sql.execute(sql`delete from ${emailFate} where ${here}`);
  await tx.sql.execute(sql`
    with proven as (
      select m.id, m.sent_at, lag(m.sent_at) over (
          partition by coalesce(encode(o.buyer_key, 'hex'), o.id::text) order by m.sent_at, m.id) as before
      from ${message} m join ${order} o on o.tenant_id = m.tenant_id and o.id = m.order_ref
      where m.tenant_id = ${tx.tenantId} and m.store_id = ${storeId} and m.lane = 'email' and m.sent_at is not null
        and exists (select 1 from ${address} a where a.tenant_id = m.tenant_id and a.store_id = m.store_id
          and a.marketplace_id = o.marketplace_id and a.kind = 'notice' and a.proven_at <= m.sent_at))
    update ${message} m set prior_email_on = coalesce((before at time zone 'UTC')::date, '-infinity')
    from proven where m.tenant_id = ${tx.tenantId} and m.id = proven.id and m.state in ('reached', 'refused_by_buyer')`);
  await tx.sql.execute(sql`
    insert into ${emailFate} (tenant_id, store_id, day, marketplace_id, prior, repeat_buyer, fulfilled_by, reached, refused)
    select m.tenant_id, m.store_id, (m.sent_at at time zone 'UTC')::date, o.marketplace_id, m.prior_email_on,
      o.repeat_buyer, o.fulfilled_by,
      count(*) filter (where m.state = 'reached'), count(*) filter (where m.state = 'refused_by_buyer')
    from ${message} m join ${order} o on o.tenant_id = m.tenant_id and o.id = m.order_ref
    where m.tenant_id = ${tx.tenantId} and m.store_id = ${storeId} and m.lane = 'email' and m.prior_email_on is not null
      and m.state in ('reached', 'refused_by_buyer')
    group by 1, 2, 3, 4, 5, 6, 7`);
}

async function recountHours(tx: TenantDb, storeId: string): Promise<void> {
  const zones = sql.join(
    MARKETPLACES.map(({ marketplaceId, timeZone }) => sql`when ${marketplaceId} then ${timeZone}`),
    sql` `,
  );
  await tx.sql.execute(sql`delete from ${emailHour} where tenant_id = ${tx.tenantId} and store_id = ${storeId}`);
  await tx.sql.execute(sql`
    with local as (
      select m.state, m.sent_at at time zone (case o.marketplace_id ${zones} else 'UTC' end) as at
      from ${message} m join ${order} o on o.tenant_id = m.tenant_id and o.id = m.order_ref
      where m.tenant_id = ${tx.tenantId} and m.store_id = ${storeId} and m.lane = 'email' and m.sent_at is not null)
    insert into ${emailHour} (tenant_id, store_id, day, hour, sent, refused)
    select ${tx.tenantId}, ${storeId}, at::date, extract(hour from at), count(*),
      count(*) filter (where state = 'refused_by_buyer')
    from local group by 3, 4`);
}
