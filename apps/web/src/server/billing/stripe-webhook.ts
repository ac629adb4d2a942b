import type { Instant } from "@heed/core/time";
import { receiveStripeEvent, type StripePorts } from "@heed/db/commands/receive-stripe-event";
import { readWebhook, type WebhookReading } from "@heed/stripe/webhook";
import { readLimited } from "../read-limited.ts";
import type { Services } from "../services.ts";

/** An event carries one object, such as an invoice with its lines. */
const LIMIT_BYTES = 1024 * 1024;

export interface WebhookParts extends StripePorts {
  readonly log: Services["log"];
  readonly secret: string;
  /** Whether our key works on money. */
  readonly live: boolean;
  /** Real time: signatures do not follow a virtual clock. */
  readonly receivedAt: Instant;
  readonly now: Instant;
}

/**
 * | delivery                                                        | answer                            |
 * | done, seen before, none of ours, or of a type that we ignore    | 200                               |
 * | not an event                                                    | 400                               |
 * | wrong signature, too old or too new, of the other environment   | 401, with the reason; Stripe shows it and delivers again for days |
 * | too large                                                       | 413                               |
 * | could not be kept                                               | 503, Stripe delivers again        |
 */
export async function takeStripeWebhook(parts: WebhookParts, request: Request): Promise<Response> {
  const body = await readLimited(request, LIMIT_BYTES);
  if (body === null) return refuse(parts, 413, "too large");
  const reading = readWebhook({
    secret: parts.secret,
    signature: request.headers.get("stripe-signature"),
    body: new TextDecoder().decode(body),
    receivedAt: parts.receivedAt,
    live: parts.live,
  });
  if (reading.kind === "refused") return refuse(parts, 401, reading.reason);
  if (reading.kind === "malformed") return refuse(parts, 400, "malformed");
  if (reading.kind === "event") return keep(parts, reading);
  parts.log.info({ type: reading.type }, "an event of Stripe is ignored");
  return Response.json({ status: "ignored" });
}

async function keep(parts: WebhookParts, event: Extract<WebhookReading, { kind: "event" }>): Promise<Response> {
  try {
    return Response.json({ status: await receiveStripeEvent(parts, { ...event, now: parts.now }) });
  } catch (error) {
    parts.log.error({ err: error }, "webhook of Stripe failed");
    return Response.json({ error: "Deliver again later." }, { status: 503 });
  }
}

function refuse({ log }: WebhookParts, status: number, reason: string): Response {
  log.warn({ status, reason }, "webhook of Stripe refused");
  return Response.json({ error: reason }, { status });
}
