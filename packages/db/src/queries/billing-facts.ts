import { type Entitlements, entitlementsOf } from "@heed/core/billing/entitlements";
import type { BillingFacts, SubscriptionFacts } from "@heed/core/billing/standing";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { subscription } from "../schema/billing.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

export type SubscriptionRow = typeof subscription.$inferSelect;

/** @returns null for a workspace that never had to do with Stripe */
export async function subscriptionRow(tx: TenantDb): Promise<SubscriptionRow | null> {
  const [row] = await tx.sql.select().from(subscription).where(eq(subscription.tenantId, tx.tenantId));
  return row ?? null;
}

/** What entitlements depend on. Without a row the trial runs from the workspace's first day. */
export async function billingFacts(tx: TenantDb): Promise<BillingFacts> {
  const [row] = await tx.sql
    .select({ createdAt: tenant.createdAt, subscription })
    .from(tenant)
    .leftJoin(subscription, eq(subscription.tenantId, tenant.id))
    .where(eq(tenant.id, tx.tenantId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  return factsOfRow(row.createdAt, row.subscription);
}

export function factsOfRow(createdAt: Instant, row: SubscriptionRow | null): BillingFacts {
  return {
    createdAt,
    complimentary: row?.complimentary ?? null,
    subscription: row === null ? null : subscriptionOf(row),
    spendingCapMinor: row?.spendingCapMinor ?? null,
  };
}

function subscriptionOf(row: SubscriptionRow): SubscriptionFacts | null {
  const { status, plan, interval, periodStart, periodEnd, nextPlan, nextInterval } = row;
  if (status === null || plan === null || interval === null || periodStart === null || periodEnd === null) return null;
  const next = nextPlan === null || nextInterval === null ? null : { plan: nextPlan, interval: nextInterval };
  return {
    status,
    plan,
    interval,
    periodStart,
    periodEnd,
    cancelAt: row.cancelAt,
    pastDueSince: row.pastDueSince,
    next,
  };
}

export async function entitlements(tx: TenantDb, now: Instant): Promise<Entitlements> {
  return entitlementsOf(await billingFacts(tx), now);
}
