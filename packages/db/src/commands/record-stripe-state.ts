import { entitlementsOf, type MessageAllowance } from "@heed/core/billing/entitlements";
import { nextClose } from "@heed/core/billing/meter";
import { isMetered, standingOf } from "@heed/core/billing/standing";
import type { StripeState } from "@heed/core/billing/stripe-state";
import type { Instant } from "@heed/core/time";
import { and, eq, lt, sql } from "drizzle-orm";
import { billingFacts } from "../queries/billing-facts.ts";
import { subscription } from "../schema/billing.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { resumeWaiting } from "./resume-waiting.ts";
import { askPaymentMails } from "./tell-billing.ts";

/** To be called before Stripe is read: the number tells which of two readings is the newer one. */
export async function beginSync(tx: TenantDb): Promise<number> {
  const [row] = await tx.sql
    .update(subscription)
    .set({ syncBegun: sql`${subscription.syncBegun} + 1` })
    .where(eq(subscription.tenantId, tx.tenantId))
    .returning({ number: subscription.syncBegun });
  return row?.number ?? 0;
}

export interface Reading {
  /** From `beginSync`. */
  readonly number: number;
  readonly state: StripeState;
  readonly now: Instant;
}

/**
 * Writes what Stripe said, unless a later reading is written already or the workspace has another customer by now. What
 * waits for a payment goes on as soon as there is one.
 * @returns whether it was written
 */
export async function recordStripeState(tx: TenantDb, { number, state, now }: Reading): Promise<boolean> {
  const before = await billingFacts(tx);
  const written = await tx.sql
    .update(subscription)
    .set({ ...columnsOf(state), syncWritten: number, syncedAt: now })
    .where(
      and(
        eq(subscription.tenantId, tx.tenantId),
        eq(subscription.customerId, state.customerId),
        lt(subscription.syncWritten, number),
      ),
    )
    .returning({ tenantId: subscription.tenantId });
  if (written.length === 0) return false;
  const after = await billingFacts(tx);
  if (allowsMore(entitlementsOf(before, now).messages, entitlementsOf(after, now).messages))
    await resumeWaiting(tx, now);
  await askPaymentMails(tx, { before: standingOf(before, now), after: standingOf(after, now), now });
  if (isMetered(state.subscription?.status ?? null)) await ensureMeterJob(tx, { state, now });
  await appendLive(tx, ["billing"], now);
  return true;
}

function allowsMore(before: MessageAllowance, after: MessageAllowance): boolean {
  const limitOf = ({ limit }: MessageAllowance) => limit ?? Number.POSITIVE_INFINITY;
  return (after.open && !before.open) || limitOf(after) > limitOf(before);
}

function columnsOf({ subscription: found, livemode, customerDeleted, problem }: StripeState) {
  const shared = { livemode, problem: customerDeleted ? ({ kind: "customer_deleted" } as const) : problem };
  if (found === null) {
    return {
      ...shared,
      subscriptionId: null,
      status: null,
      cancelAt: null,
      pastDueSince: null,
      nextPlan: null,
      nextInterval: null,
    };
  }
  const { subscriptionId, status, plan, interval, periodStart, periodEnd, cancelAt, pastDueSince, next } = found;
  return {
    ...shared,
    ...{ subscriptionId, status, plan, interval, periodStart, periodEnd, cancelAt, pastDueSince },
    nextPlan: next?.plan ?? null,
    nextInterval: next?.interval ?? null,
  };
}

/** The workspace's meter is read when the next piece of time closes, or at once where a period has just ended. */
async function ensureMeterJob(tx: TenantDb, { state, now }: Pick<Reading, "state" | "now">): Promise<void> {
  const runAt = nextClose(now, state.subscription?.periodEnd ?? null);
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "meter_usage", subject: tx.tenantId, runAt })
    .onConflictDoNothing();
}

/** A period has ended at Stripe: its last units must reach the meter while the invoice is a draft. */
export async function hastenMeterJob(tx: TenantDb, now: Instant): Promise<void> {
  await tx.sql
    .update(job)
    .set({ runAt: now })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.kind, "meter_usage"), eq(job.state, "waiting")));
}
