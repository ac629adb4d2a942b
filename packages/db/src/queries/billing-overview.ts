import { totalOf, type Use } from "@heed/core/billing/allowance";
import { entitlementsOf } from "@heed/core/billing/entitlements";
import type { Interval, PlanId } from "@heed/core/billing/plans";
import type { Reconciliation } from "@heed/core/billing/reconcile";
import { type Standing, standingOf } from "@heed/core/billing/standing";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { alertsOf, type UsageAlert } from "../commands/note-usage-alerts.ts";
import { subscription } from "../schema/billing.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { factsOfRow, type SubscriptionRow } from "./billing-facts.ts";
import { reachedSince, type UsageFigures, usageFigures, usageOf } from "./usage.ts";

export interface BillingOverview {
  readonly standing: Standing["kind"];
  readonly plan: PlanId;
  readonly interval: Interval;
  readonly period: { readonly start: string; readonly end: string };
  readonly included: number;
  readonly limit: number | null;
  readonly limitedBy: "plan" | "spending_cap" | null;
  readonly use: Use;
  readonly used: number;
  readonly figures: UsageFigures;
  readonly alerts: readonly UsageAlert[];
  readonly spendingCapMinor: number | null;
  readonly trialEndsAt: string | null;
  readonly pausesAt: string | null;
  readonly cancelAt: string | null;
  readonly next: { readonly plan: PlanId; readonly interval: Interval } | null;
  readonly problem: SubscriptionRow["problem"];
  readonly hasBills: boolean;
  readonly reachedLast30Days: number;
  readonly reconciledAt: string | null;
  readonly reconciliation: Reconciliation | null;
}

const MONTH = { hours: 24 * 30 };

/** Everything that the billing page says about plan and use. */
export async function billingOverview(tx: TenantDb, now: Instant): Promise<BillingOverview> {
  const { createdAt, row } = await read(tx);
  const facts = factsOfRow(createdAt, row);
  const { standing, messages, plan, interval } = entitlementsOf(facts, now);
  const { period, included, limit, limitedBy } = messages;
  const use = await usageOf(tx, period);
  return {
    standing,
    plan,
    interval,
    period: { start: period.start.toString(), end: period.end.toString() },
    ...{ included, limit, limitedBy, use },
    used: totalOf(use),
    figures: await usageFigures(tx, period),
    alerts: await alertsOf(tx, period.start),
    spendingCapMinor: facts.spendingCapMinor,
    ...endsOf(standingOf(facts, now)),
    problem: row?.problem ?? null,
    hasBills: row?.customerId != null,
    reachedLast30Days: await reachedSince(tx, { since: now.subtract(MONTH), now }),
    reconciledAt: row?.reconciledAt?.toString() ?? null,
    reconciliation: row?.reconciliation ?? null,
  };
}

async function read(tx: TenantDb) {
  const [found] = await tx.sql
    .select({ createdAt: tenant.createdAt, row: subscription })
    .from(tenant)
    .leftJoin(subscription, eq(subscription.tenantId, tenant.id))
    .where(eq(tenant.id, tx.tenantId));
  if (found === undefined) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  return found;
}

function endsOf(standing: Standing): Pick<BillingOverview, "trialEndsAt" | "pausesAt" | "cancelAt" | "next"> {
  const running = "subscription" in standing ? standing.subscription : null;
  return {
    trialEndsAt: standing.kind === "trial" ? standing.endsAt.toString() : null,
    pausesAt: standing.kind === "grace" ? standing.pausesAt.toString() : null,
    cancelAt: running?.cancelAt?.toString() ?? null,
    next: running?.next ?? null,
  };
}

export interface PaymentNotice {
  readonly kind: "grace" | "paused" | "action_needed" | "customer_deleted";
  readonly pausesAt: string | null;
  /** Stripe's page on which it is solved. */
  readonly url: string | null;
  readonly amountMinor: number | null;
}

/** What an owner must do about a payment; null where nothing is wrong. */
export async function paymentNotice(tx: TenantDb, now: Instant): Promise<PaymentNotice | null> {
  const { createdAt, row } = await read(tx);
  const standing = standingOf(factsOfRow(createdAt, row), now);
  const problem = row?.problem ?? null;
  if (problem?.kind === "customer_deleted") return { kind: problem.kind, pausesAt: null, url: null, amountMinor: null };
  const about = { url: problem?.url ?? null, amountMinor: problem?.amountMinor ?? null };
  if (standing.kind === "grace") return { kind: "grace", pausesAt: standing.pausesAt.toString(), ...about };
  if (standing.kind === "paused") return { kind: "paused", pausesAt: null, ...about };
  return problem?.kind === "action_needed" ? { kind: "action_needed", pausesAt: null, ...about } : null;
}
