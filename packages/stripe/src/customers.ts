import type { Stripe } from "stripe";
import { calling } from "./errors.ts";

export interface CustomerInput {
  readonly tenantId: string;
  readonly name: string;
  readonly email: string;
  /** The customer that was deleted at Stripe, where this one replaces it. */
  readonly replaces: string | null;
}

/**
 * The workspace's customer, made once: the look-up finds one whose id we lost by a crash, and within the minute that
 * Stripe's index needs for it the idempotency key gives the same one again.
 */
export async function ensureCustomer(stripe: Stripe, input: CustomerInput): Promise<Stripe.Customer> {
  const { tenantId, name, email, replaces } = input;
  const found = await calling(() =>
    stripe.customers.search({ query: `metadata["heed_tenant"]:"${tenantId}"`, limit: 10 }),
  );
  const known = found.data.filter(({ id }) => id !== replaces).toSorted((a, b) => a.created - b.created)[0];
  if (known !== undefined) return known;
  return calling(() =>
    stripe.customers.create(
      { name, email, metadata: { heed_tenant: tenantId } },
      { idempotencyKey: `heed:customer:${tenantId}:${replaces ?? "first"}` },
    ),
  );
}
