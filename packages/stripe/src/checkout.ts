import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { AppError } from "@heed/core/errors";
import type { Stripe } from "stripe";
import { calling } from "./errors.ts";
import type { PriceBook } from "./price-book.ts";

export interface CheckoutInput {
  readonly tenantId: string;
  readonly customerId: string;
  readonly plan: PaidPlanId;
  readonly interval: Interval;
  /** The same for everybody who asks while no newer checkout was begun: they get the same page. */
  readonly attempt: number;
  readonly returnUrl: string;
}

export interface OpenCheckout {
  readonly id: string;
  readonly status: "open" | "complete" | "expired";
  readonly url: string | null;
}

/** Stripe's page on which the subscription begins: card, address, tax id and promotion code are asked for there. */
export async function openCheckout(
  { stripe, prices }: { readonly stripe: Stripe; readonly prices: PriceBook },
  { tenantId, customerId, plan, interval, attempt, returnUrl }: CheckoutInput,
): Promise<OpenCheckout> {
  const { base, usage } = await prices.pricesOf(plan, interval);
  const session = await calling(() =>
    stripe.checkout.sessions.create(
      {
        mode: "subscription",
        customer: customerId,
        client_reference_id: tenantId,
        line_items: [{ price: base, quantity: 1 }, { price: usage }],
        success_url: `${returnUrl}?checkout=done`,
        cancel_url: `${returnUrl}?checkout=left`,
        allow_promotion_codes: true,
        automatic_tax: { enabled: true },
        tax_id_collection: { enabled: true },
        billing_address_collection: "required",
        customer_update: { name: "auto", address: "auto" },
        subscription_data: { metadata: { heed_tenant: tenantId } },
      },
      { idempotencyKey: `heed:checkout:${tenantId}:${attempt}` },
    ),
  );
  return asCheckout(session);
}

export async function readCheckout(stripe: Stripe, id: string): Promise<OpenCheckout> {
  return asCheckout(await calling(() => stripe.checkout.sessions.retrieve(id)));
}

/** Closes a page that nobody should finish any more. @returns how it ended: somebody may have been faster */
export async function expireCheckout(stripe: Stripe, id: string): Promise<OpenCheckout> {
  try {
    return asCheckout(await calling(() => stripe.checkout.sessions.expire(id)));
  } catch (error) {
    const now = await readCheckout(stripe, id);
    if (now.status === "open") throw error;
    return now;
  }
}

const STATES = ["open", "complete", "expired"] as const;

function asCheckout({ id, status, url }: Stripe.Checkout.Session): OpenCheckout {
  const state = STATES.find((name) => name === status);
  if (state === undefined) throw new AppError("INTERNAL", "Stripe names a state of a checkout that we do not know.");
  return { id, status: state, url };
}
