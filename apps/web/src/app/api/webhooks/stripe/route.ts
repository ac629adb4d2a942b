import { realClock } from "@heed/core/time";
import { env } from "../../../../env.ts";
import { takeStripeWebhook } from "../../../../server/billing/stripe-webhook.ts";
import { services } from "../../../../server/runtime.ts";

/** Events of Stripe. */
export function POST(request: Request): Promise<Response> {
  const { db, system, clock, log, stripe } = services();
  const time = { receivedAt: realClock().now(), now: clock.now() };
  const parts = { db, system, log, secret: env().STRIPE_WEBHOOK_SECRET, live: stripe.live, ...time };
  return takeStripeWebhook(parts, request);
}
