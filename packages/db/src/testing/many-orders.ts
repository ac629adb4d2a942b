import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";

/** Shipped orders with one item each, one every 152 seconds, made within Postgres. */
export async function insertManyOrders(
  db: Db,
  { tenantId, storeId }: { readonly tenantId: string; readonly storeId: string },
  { count, from }: { readonly count: number; readonly from: Instant },
): Promise<void> {
  await withTenant(db, systemAccess(tenantId), async (tx) => {
    await tx.sql.execute(sql`
      insert into "order" (tenant_id, store_id, order_id, marketplace_id, channel, fulfilled_by, status, purchased_at,
        last_updated_at, shipped_at, delivery_earliest, delivery_latest, source, created_at, total_minor, currency)
      select ${tenantId}::uuid, ${storeId}::uuid, '111-' || lpad(n::text, 7, '0') || '-0000000', 'ATVPDKIKX0DER', 'amazon',
        'amazon', 'SHIPPED', at, at + interval '1 day', at + interval '1 day', at + interval '3 days', at + interval '5 days',
        'sync', at, 1000, 'USD'
      from (select n, ${from.toString()}::timestamptz + n * interval '152 seconds' as at from generate_series(1, ${count}::int) n) o`);
    await tx.sql.execute(sql`
      insert into order_item (tenant_id, order_ref, quantity, items)
      select tenant_id, id, 1, jsonb_build_array(jsonb_build_object('orderItemId', '1', 'sku', 'SKU-' || substr(order_id, 11, 1),
        'asin', 'B000000001', 'title', 'Cup', 'quantity', 1, 'quantityShipped', 1, 'priceMinor', 1000, 'customized', false,
        'buyerRequestedCancel', false))
      from "order" where tenant_id = ${tenantId}::uuid`);
  });
}
