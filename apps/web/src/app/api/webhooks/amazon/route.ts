import { receiveAmazonNotification } from "@heed/db/commands/receive-amazon-notification";
import { env } from "../../../../env.ts";
import { readLimited } from "../../../../server/read-limited.ts";
import { services } from "../../../../server/runtime.ts";
import { isSecret } from "../../../../server/same-secret.ts";

/** EventBridge sends no event above 1 MB (service quota, 2026-11-25). */
const LIMIT_BYTES = 1024 * 1024;

/**
 * Notifications of Amazon by an API destination of EventBridge, whose connection sends our key in `x-heed-key`. 200 done,
 * seen before or not for us; 400 no notification; 401 wrong key; 413 too large; 503 try again.
 */
export async function POST(request: Request): Promise<Response> {
  const { db, system, ring, clock, log } = services();
  if (!isSecret(request.headers.get("x-heed-key"), env().AMAZON_EVENTBRIDGE_KEY)) return refuse(401, "wrong key");
  const body = await readLimited(request, LIMIT_BYTES);
  if (body === null) return refuse(413, "too large");
  try {
    const now = clock.now();
    const text = new TextDecoder().decode(body);
    const { ended, detail } = await receiveAmazonNotification({ db, system, ring }, { body: text, now });
    return ended === "malformed" ? refuse(400, `malformed: ${detail}`) : Response.json({ status: ended });
  } catch (error) {
    log.error({ err: error }, "a notification of Amazon failed");
    return Response.json({ error: "Deliver again later." }, { status: 503 });
  }
}

function refuse(status: number, reason: string): Response {
  services().log.warn({ status, reason }, "a notification of Amazon was refused");
  return Response.json({ error: reason }, { status });
}
