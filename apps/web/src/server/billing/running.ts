import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { AppError } from "@heed/core/errors";
import { subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import type { Acting } from "./acting.ts";

/** Stripe's states in which there is nothing to change any more. */
export const ENDED: ReadonlySet<string> = new Set(["canceled", "incomplete", "incomplete_expired"]);

export interface Running {
  readonly subscriptionId: string;
  readonly plan: PaidPlanId;
  readonly interval: Interval;
}

/** @throws AppError PRECONDITION_FAILED without a subscription that runs */
export async function runningSubscription({ services: { db }, access }: Acting): Promise<Running> {
  const row = await withTenant(db, access, subscriptionRow);
  if (row?.status != null && !ENDED.has(row.status)) {
    const { subscriptionId, plan, interval } = row;
    if (subscriptionId !== null && plan !== null && interval !== null) return { subscriptionId, plan, interval };
  }
  throw new AppError("PRECONDITION_FAILED", "This workspace has no subscription at the moment. Load the page again.");
}

/** @throws AppError PRECONDITION_FAILED for a workspace that never subscribed */
export async function customerOf({ services: { db }, access }: Acting): Promise<string> {
  const row = await withTenant(db, access, subscriptionRow);
  if (row?.customerId != null) return row.customerId;
  throw new AppError("PRECONDITION_FAILED", "This workspace has no bills yet.");
}
