import { createHmac, randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { Fact } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredEmail, StoredInbound } from "../state.ts";
import { summary } from "./receiving.ts";
import { listOf } from "./send.ts";

type Extra = Readonly<Record<string, unknown>>;

/** An event about a mail that was sent, in the shape of Resend's webhook schemas. */
export function emailEvent(
  sandbox: Sandbox,
  type: string,
  about: { readonly email: StoredEmail; readonly extra?: Extra },
): Fact {
  const { email, extra = {} } = about;
  const { payload } = email;
  const tags = Array.isArray(payload["tags"]) ? (payload["tags"] as readonly { name: string; value: string }[]) : [];
  const headers = Object.entries((payload["headers"] ?? {}) as Record<string, string>).map(([name, value]) => ({
    name,
    value,
  }));
  return created(sandbox, type, {
    email_id: email.id,
    created_at: email.createdAt,
    from: payload["from"],
    to: listOf(payload["to"] as string | string[]),
    subject: payload["subject"],
    ...(tags.length > 0 && { tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])) }),
    ...(headers.length > 0 && { headers }),
    ...extra,
  });
}

/** `email.received` carries metadata only; the message has to be fetched. */
export async function receivedEvent(sandbox: Sandbox, mail: StoredInbound): Promise<Fact> {
  const { id, ...rest } = summary(mail, await PostalMime.parse(Buffer.from(mail.raw, "base64")));
  return created(sandbox, "email.received", { email_id: id, ...rest });
}

function created({ clock }: Sandbox, type: string, data: Extra): Fact {
  return {
    kind: "webhook.created",
    eventId: `msg_${randomUUID().replaceAll("-", "")}`,
    payload: { type, created_at: clock.now().toString(), data },
  };
}

/** Real milliseconds after which a receiver counts as failed (docs.svix.com/retries). */
const RECEIVER_TIMEOUT = 15_000;

/** Posts an event once, signed as Svix does. Signatures live on real time. Null = no answer. */
export async function postWebhook(
  url: string,
  secret: string,
  event: { readonly id: string; readonly payload: Extra },
): Promise<number | null> {
  const body = JSON.stringify(event.payload);
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    "content-type": "application/json",
    "user-agent": "Svix-Webhooks/1.0",
    "svix-id": event.id,
    "svix-timestamp": String(timestamp),
    "svix-signature": signWebhook(secret, event.id, { timestamp, body }),
  };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(RECEIVER_TIMEOUT),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

export function signWebhook(
  secret: string,
  id: string,
  { timestamp, body }: { readonly timestamp: number; readonly body: string },
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
