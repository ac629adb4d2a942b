import type { UsageAlertFacts } from "@heed/core/billing/allowance";
import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Asks for one mail to the owners about an alert that was just noted: the alert's row makes it once in its period. */
export async function askUsageMail(tx: TenantDb, alert: UsageAlertFacts, now: Instant): Promise<void> {
  await tx.sql.insert(job).values({
    tenantId: tx.tenantId,
    kind: "tell_usage",
    subject: sql`uuidv7()`,
    runAt: now,
    progress: { done: 0, total: null, bad: 0, alert },
  });
}

/** Asks for a mail about a payment that failed. */
export async function askPaymentMail(tx: TenantDb, now: Instant): Promise<void> {
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "tell_payment", subject: tx.tenantId, runAt: now })
    .onConflictDoNothing();
}
