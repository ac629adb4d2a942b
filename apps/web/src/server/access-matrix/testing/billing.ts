import { Temporal } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { syncBilling } from "@heed/db/commands/sync-billing";
import { startStripeWorld } from "@heed/stripe/testing";
import { TEST_STRIPE } from "../../testing/caller.ts";
import type { MatrixWorld } from "./world.ts";

interface Asked {
  readonly db: Db;
  readonly world: MatrixWorld;
}

/** Stripe's stand-in for the questions about billing, with a subscription for each workspace. */
export async function withMatrixStripe<T>({ db, world }: Asked, ask: () => Promise<T>): Promise<T> {
  const stripe = await startStripeWorld();
  TEST_STRIPE.gateway = stripe.gateway;
  try {
    for (const { tenantId } of [world.target, world.foreign]) {
      const { customerId } = await stripe.subscribe({ tenantId, plan: "agency" });
      await syncBilling({ db, stripe: stripe.gateway }, { tenantId, customerId, now: Temporal.Now.instant() });
    }
    return await ask();
  } finally {
    await stripe.stop();
  }
}
