import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { subscription } from "../schema/billing.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { ensureSubscriptionRow } from "./keep-customer.ts";
import { resumeWaiting } from "./resume-waiting.ts";

/** The most that further messages of a period may cost; null: no limit. */
export async function setSpendingCap(
  tx: TenantDb,
  { capMinor, now }: { readonly capMinor: number | null; readonly now: Instant },
): Promise<void> {
  await ensureSubscriptionRow(tx);
  const [before] = await tx.sql
    .select({ capMinor: subscription.spendingCapMinor })
    .from(subscription)
    .where(eq(subscription.tenantId, tx.tenantId))
    .for("update");
  await tx.sql.update(subscription).set({ spendingCapMinor: capMinor }).where(eq(subscription.tenantId, tx.tenantId));
  await appendAudit(tx, {
    now,
    act: "billing.spending_cap_set",
    subject: `workspace:${tx.tenantId}`,
    before: { capMinor: before?.capMinor ?? null },
    after: { capMinor },
  });
  const raised = capMinor === null || (before?.capMinor != null && capMinor > before.capMinor);
  if (raised) await resumeWaiting(tx, now);
  await appendLive(tx, ["billing"], now);
}
