import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { decision, message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

/**
 * Messages that wait for the allowance or an unpaid bill look again now, not when their wait would have ended. Caps,
 * send hours and everything else are judged as at any other sending.
 * @returns how many
 */
export async function resumeWaiting(tx: TenantDb, now: Instant): Promise<number> {
  const rows = await tx.sql.execute(sql`
    update ${message} m
    set due_at = ${now.toString()}, dispatched_at = null, plan_version = m.plan_version + 1
    where m.tenant_id = ${tx.tenantId} and m.state = 'planned' and m.due_at > ${now.toString()}
      and exists (
        select from ${decision} d
        where d.tenant_id = m.tenant_id and d.order_ref = m.order_ref and d.message_id = m.id
          and d.verdict = 'wait' and d.rule = 'entitlement' and d.wait_until = m.due_at)
    returning m.id`);
  return rows.length;
}
