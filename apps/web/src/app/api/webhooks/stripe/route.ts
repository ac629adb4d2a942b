import { realClock } from "@heed/core/time";
import { receiveStripeEvent } from "@heed/db/commands/receive-stripe-event";
import { readWebhook } from "@heed/stripe/webhook";
import { env } from "../../../../env.ts";
import { readLimited } from "../../../../server/read-limited.ts";
import { services } from "../../../../server/runtime.ts";

/** An event carries one object, such as an invoice with its lines. */
const LIMIT_BYTES = 1024 * 1024;

/**
 * Events of Stripe. 200 done, seen before, or none of ours; 400 not an event; 401 wrong signature, too old, or of the
 * other environment; 413 too large; 503 try again.
 */
export async function POST(request: Request): Promise<Response> {
  const { db, system, clock, log, stripe } = services();
  const body = await readLimited(request, LIMIT_BYTES);
  if (body === null) return refuse(413, "too large");
  const reading = readWebhook({
    secret: env().STRIPE_WEBHOOK_SECRET,
    signature: request.headers.get("stripe-signature"),
    body: new TextDecoder().decode(body),
    receivedAt: realClock().now(),
    live: stripe.live,
  });
  if (reading.kind === "refused") return refuse(401, reading.reason);
  if (reading.kind === "malformed") return refuse(400, "malformed");
  if (reading.kind === "ignored") {
    log.info({ type: reading.type }, "an event of Stripe is ignored");
    return Response.json({ status: "ignored" });
  }
  try {
    return Response.json({ status: await receiveStripeEvent({ db, system }, { ...reading, now: clock.now() }) });
  } catch (error) {
    log.error({ err: error }, "webhook of Stripe failed");
    return Response.json({ error: "Deliver again later." }, { status: 503 });
  }
}

function refuse(status: number, reason: string): Response {
  services().log.warn({ status, reason }, "webhook of Stripe refused");
  return Response.json({ error: reason }, { status });
}
