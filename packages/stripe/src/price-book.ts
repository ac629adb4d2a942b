import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { AppError } from "@heed/core/errors";
import type { Stripe } from "stripe";
import { calling } from "./errors.ts";
import { lookupKeyOf, PARTS, type Part } from "./price-keys.ts";

export type PlanPrices = Readonly<Record<Part, string>>;

export interface PriceBook {
  pricesOf(plan: PaidPlanId, interval: Interval): Promise<PlanPrices>;
}

/** Ids of prices by their look-up keys; what was found is kept for the life of the process, prices never change. */
export function createPriceBook(stripe: Stripe): PriceBook {
  const known = new Map<string, string>();
  const learn = async (keys: string[]) => {
    const found = await calling(() => stripe.prices.list({ lookup_keys: keys, active: true, limit: keys.length }));
    for (const { id, lookup_key: key } of found.data) if (key !== null) known.set(key, id);
  };
  return {
    async pricesOf(plan, interval) {
      const keys = PARTS.map((part) => lookupKeyOf({ plan, interval, part }));
      if (keys.some((key) => !known.has(key))) await learn(keys);
      const [base, usage] = keys.map((key) => known.get(key));
      if (base === undefined || usage === undefined) throw notProvisioned(plan);
      return { base, usage };
    },
  };
}

function notProvisioned(plan: PaidPlanId): AppError {
  return new AppError(
    "PRECONDITION_FAILED",
    "The prices are not set up at Stripe yet: run `npm run -s heed -- provision-stripe`.",
    { details: { plan } },
  );
}
