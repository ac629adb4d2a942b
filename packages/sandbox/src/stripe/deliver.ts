import { createHmac } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import type { StripeEvent } from "./model.ts";

export const API_VERSION = "2026-10-28.endive";

/** Real milliseconds after which a receiver counts as failed. */
const RECEIVER_TIMEOUT = 15_000;

export function eventBody(event: StripeEvent, base: string): string {
  return JSON.stringify({
    id: event.id,
    object: "event",
    api_version: API_VERSION,
    created: event.created,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: event.type,
  }).replaceAll('"HOSTED/', `"${base}/`);
}

/** The header of a delivery (docs.stripe.com/webhooks/signature, 2026-11); signatures live on real time. */
export function signatureOf(
  secret: string,
  { body, timestamp }: { readonly body: string; readonly timestamp: number },
): string {
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return `t=${timestamp},v1=${signature}`;
}

/** Posts an event once. Without a receiver the attempt fails like an unreachable one. */
export async function deliverEvent(sandbox: Sandbox, eventId: string, attempt: number): Promise<void> {
  const event = sandbox.state.stripe.events.get(eventId);
  const url = sandbox.stripeWebhookUrl;
  const status = event === undefined || url === null ? null : await post(sandbox, url, event);
  sandbox.record({ kind: "stripe.attempt", eventId, attempt, status });
}

async function post({ settings, stripeUrl }: Sandbox, url: string, event: StripeEvent): Promise<number | null> {
  const body = eventBody(event, stripeUrl);
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "stripe-signature": signatureOf(settings.stripeWebhookSecret, { body, timestamp }),
  };
  try {
    const signal = AbortSignal.timeout(RECEIVER_TIMEOUT);
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
