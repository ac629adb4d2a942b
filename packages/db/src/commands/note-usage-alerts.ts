import { type AlertShare, alertsDue, totalOf, type UsageAlertFacts } from "@heed/core/billing/allowance";
import type { MessageAllowance } from "@heed/core/billing/entitlements";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { entitlements } from "../queries/billing-facts.ts";
import { usageOf } from "../queries/usage.ts";
import { usageAlert } from "../schema/billing.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { askUsageMail } from "./tell-billing.ts";

export interface UsageAlert {
  readonly of: "included" | "limit";
  readonly share: number;
}

/**
 * Writes the alerts of 80 and 100 % that are due, each once in its period, and asks for a mail to the owners: one for
 * each measure, about the highest share that is new. @returns the new ones
 */
export async function noteUsageAlerts(tx: TenantDb, now: Instant): Promise<readonly UsageAlert[]> {
  const { messages, standing } = await entitlements(tx, now);
  if (standing === "complimentary") return [];
  const due = alertsDue(messages, totalOf(await usageOf(tx, messages.period)));
  if (due.length === 0) return [];
  const rows: readonly { readonly of: UsageAlert["of"]; readonly share: AlertShare }[] = due;
  const fresh = await tx.sql
    .insert(usageAlert)
    .values(rows.map((row) => ({ ...row, tenantId: tx.tenantId, periodStart: messages.period.start, at: now })))
    .onConflictDoNothing()
    .returning({ of: usageAlert.of, share: usageAlert.share });
  for (const alerts of Map.groupBy(fresh, ({ of }) => of).values()) {
    await askUsageMail(tx, factsOf(messages, alerts), now);
  }
  if (fresh.length > 0) await appendLive(tx, ["billing"], now);
  return fresh;
}

function factsOf({ included, limit, limitedBy }: MessageAllowance, alerts: readonly UsageAlert[]): UsageAlertFacts {
  const share = Math.max(...alerts.map((alert) => alert.share));
  const ofLimit = alerts.some(({ of }) => of === "limit") && limit !== null;
  return ofLimit
    ? { of: limitedBy === "spending_cap" ? "spending_cap" : "plan", share, total: limit }
    : { of: "included", share, total: included };
}

/** The alerts of the running period. */
export function alertsOf(tx: TenantDb, periodStart: Instant): Promise<UsageAlert[]> {
  return tx.sql
    .select({ of: usageAlert.of, share: usageAlert.share })
    .from(usageAlert)
    .where(and(eq(usageAlert.tenantId, tx.tenantId), eq(usageAlert.periodStart, periodStart)));
}
