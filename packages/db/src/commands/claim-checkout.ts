import { and, eq, sql } from "drizzle-orm";
import { subscription } from "../schema/billing.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface CheckoutSlot {
  readonly attempt: number;
  /** The page that was opened for this attempt, where its id was stored. */
  readonly checkoutId: string | null;
  /** Plan and interval that it sells. */
  readonly soldFor: string | null;
}

/** The one place for an open checkout of the workspace. */
export async function checkoutSlot(tx: TenantDb): Promise<CheckoutSlot> {
  const [row] = await tx.sql
    .select({
      attempt: subscription.checkoutAttempt,
      checkoutId: subscription.checkoutId,
      soldFor: subscription.checkoutFor,
    })
    .from(subscription)
    .where(eq(subscription.tenantId, tx.tenantId));
  return row ?? { attempt: 0, checkoutId: null, soldFor: null };
}

/**
 * Begins the next attempt, if nobody was faster: who asks at the same moment for the same plan joins it.
 * @returns the attempt that counts now
 */
export async function nextCheckout(
  tx: TenantDb,
  { after, soldFor }: { readonly after: number; readonly soldFor: string },
): Promise<CheckoutSlot> {
  await tx.sql
    .update(subscription)
    .set({ checkoutAttempt: after + 1, checkoutId: null, checkoutFor: soldFor })
    .where(and(eq(subscription.tenantId, tx.tenantId), eq(subscription.checkoutAttempt, after)));
  return checkoutSlot(tx);
}

export async function keepCheckout(
  tx: TenantDb,
  { attempt, checkoutId }: { readonly attempt: number; readonly checkoutId: string },
): Promise<void> {
  await tx.sql
    .update(subscription)
    .set({ checkoutId: sql`coalesce(${subscription.checkoutId}, ${checkoutId})` })
    .where(and(eq(subscription.tenantId, tx.tenantId), eq(subscription.checkoutAttempt, attempt)));
}
