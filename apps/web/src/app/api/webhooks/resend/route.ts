import { realClock } from "@heed/core/time";
import { receiveResendWebhook } from "@heed/db/commands/receive-resend-webhook";
import { env } from "../../../../env.ts";
import { readLimited } from "../../../../server/read-limited.ts";
import { services } from "../../../../server/runtime.ts";

/** A delivery names a mail and its addresses; the mail itself is fetched by the worker. */
const LIMIT_BYTES = 256 * 1024;

/**
 * Deliveries of Resend: sent, bounced, complained, received. 200 done or seen before; 400 not a delivery of theirs;
 * 401 wrong signature; 413 too large; 503 try again.
 */
export async function POST(request: Request): Promise<Response> {
  const { db, system, ring, clock, log } = services();
  const body = await readLimited(request, LIMIT_BYTES);
  if (body === null) return refuse(413, "too large");
  const ports = { db, system, ring, secret: env().RESEND_WEBHOOK_SECRET };
  const header = (name: string) => request.headers.get(name);
  try {
    const { status, reason } = await receiveResendWebhook(ports, {
      header,
      body: new TextDecoder().decode(body),
      receivedAt: realClock().now(),
      now: clock.now(),
    });
    return status === 200 ? Response.json({ status: reason }) : refuse(status, reason);
  } catch (error) {
    log.error({ err: error }, "webhook of Resend failed");
    return Response.json({ error: "Deliver again later." }, { status: 503 });
  }
}

function refuse(status: number, reason: string): Response {
  services().log.warn({ status, reason }, "webhook of Resend refused");
  return Response.json({ error: reason }, { status });
}
