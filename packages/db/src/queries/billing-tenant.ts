import { eq } from "drizzle-orm";
import { subscription } from "../schema/billing.ts";
import type { SystemDb } from "../system-db.ts";

/** Whose customer it is; null where no workspace of ours has stored it. */
export async function tenantOfCustomer(system: SystemDb, customerId: string): Promise<string | null> {
  const [row] = await system.sql
    .select({ tenantId: subscription.tenantId })
    .from(subscription)
    .where(eq(subscription.customerId, customerId));
  return row?.tenantId ?? null;
}
