import { AppError } from "@heed/core/errors";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { subscription } from "../schema/billing.ts";
import type { TenantDb } from "../tenant-db.ts";

/** The row of a workspace that begins to deal with Stripe. */
export async function ensureSubscriptionRow(tx: TenantDb): Promise<void> {
  await tx.sql.insert(subscription).values({ tenantId: tx.tenantId }).onConflictDoNothing();
}

export interface Customer {
  readonly id: string;
  readonly livemode: boolean;
  /** The deleted one whose place it takes. */
  readonly replaces: string | null;
}

/**
 * Stores the customer's id once; a second caller brings the same.
 * @throws AppError CONFLICT where the workspace has another customer already
 */
export async function keepCustomer(tx: TenantDb, { id, livemode, replaces }: Customer): Promise<void> {
  const free = replaces === null ? isNull(subscription.customerId) : eq(subscription.customerId, replaces);
  const rows = await tx.sql
    .update(subscription)
    .set({
      customerId: id,
      livemode,
      problem: sql`case when ${subscription.customerId} = ${id} then ${subscription.problem} else null end`,
    })
    .where(and(eq(subscription.tenantId, tx.tenantId), or(free, eq(subscription.customerId, id))))
    .returning({ customerId: subscription.customerId });
  if (rows.length === 0) throw new AppError("CONFLICT", "This workspace has another customer at Stripe already.");
}
