import { realClock } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { createMember, createStore, createTenant } from "@heed/db/testing/factories";
import postgres from "postgres";
import { instance } from "./instance.ts";

export interface BilledWorkspace {
  readonly slug: string;
  readonly tenantId: string;
  readonly storeId: string;
  /** Session of its owner, who has given the second factor just now. */
  readonly token: string;
}

/** A workspace of today, so in its trial, with a store that has sent nothing yet. */
export async function newWorkspace(): Promise<BilledWorkspace> {
  const db = openDb(instance().appUrl, { max: 1 });
  try {
    const now = realClock().now();
    const { tenantId, slug, access } = await createTenant(db, { createdAt: now, name: "Tide Row" });
    const userId = await createMember(db, access, { role: "owner", email: `billing-${slug}@example.com` });
    const storeId = await createStore(db, access);
    const { token } = await createSessionFor(db, { userId, expires: now.add({ hours: 1 }), steppedUpAt: now });
    return { slug, tenantId, storeId, token };
  } finally {
    await closeDb(db);
  }
}

/** Messages that have reached their buyers, as settling leaves them while a subscription runs. */
export async function reachBuyers({ tenantId, storeId }: BilledWorkspace, count: number): Promise<void> {
  const sql = postgres(instance().appUrl, { max: 1 });
  const at = realClock().now().toString();
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
      await tx`
        insert into "order" (tenant_id, store_id, order_id, marketplace_id, channel, fulfilled_by, status, purchased_at,
          last_updated_at, source, created_at)
        select ${tenantId}, ${storeId}, '114-' || lpad(n::text, 7, '0') || '-0000001', 'ATVPDKIKX0DER', 'amazon', 'amazon',
          'SHIPPED', ${at}, ${at}, 'sync', ${at} from generate_series(1, ${count}) n`;
      await tx`
        insert into message (tenant_id, store_id, order_ref, slot, purpose, lane, state, flow_key, flow_version, step_key,
          due_at, created_at, sent_at, settle_at, settled_at)
        select o.tenant_id, o.store_id, o.id, 'proactive', 'review_request', 'email', 'reached', 'review-request', 1,
          'ask', ${at}, ${at}, ${at}, ${at}, ${at} from "order" o where o.tenant_id = ${tenantId}`;
      await tx`
        insert into usage_entry (tenant_id, message_id, kind, units, at, metered)
        select m.tenant_id, m.id, 'reached', 1, ${at}, true from message m where m.tenant_id = ${tenantId}`;
    });
  } finally {
    await sql.end();
  }
}

/** Puts Stripe's test clock forward: periods end and cards are tried. */
export async function aheadAtStripe(days: number): Promise<void> {
  const answer = await fetch(new URL("/stripe/ahead", instance().sandboxUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ days }),
  });
  if (!answer.ok) throw new Error(`The sandbox did not move Stripe's clock: ${answer.status}`);
}
