import { billLabels } from "@heed/core/billing/bill-labels";
import { PLANS } from "@heed/core/billing/plans";
import type { SubscriptionRow } from "@heed/db/queries/billing-facts";
import { usageByClient } from "@heed/db/queries/usage-by-client";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";

/** Writes an agency's clients with their labels on bills that are still drafts. May run twice: it writes the same. */
export async function labelBills(worker: Worker, { tenantId, plan, subscriptionId }: SubscriptionRow): Promise<void> {
  if (plan === null || subscriptionId === null || !PLANS[plan].clientLabels) return;
  for (const { id, ...period } of await worker.stripe.draftBills(subscriptionId)) {
    const labels = billLabels(await withTenant(worker.db, systemAccess(tenantId), (tx) => usageByClient(tx, period)));
    if (labels !== null) await worker.stripe.labelBill(id, labels);
  }
}
