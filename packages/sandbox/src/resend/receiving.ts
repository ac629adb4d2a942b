import { createHmac, timingSafeEqual } from "node:crypto";
import PostalMime from "postal-mime";
import type { Reply } from "../http/exchange.ts";
import { json } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredInbound } from "../state.ts";
import { notFound } from "./answers.ts";

/** Real milliseconds for which a download link is good. */
const LINK_LIFE = 3_600_000;

/** `GET /emails/receiving/:id`: what the webhook left out, and a link to the raw message. */
export async function receivedEmail(sandbox: Sandbox, id: string, baseUrl: string): Promise<Reply> {
  const mail = sandbox.state.inbound.get(id);
  if (mail === undefined) return notFound("Email");
  const parsed = await PostalMime.parse(Buffer.from(mail.raw, "base64"));
  const expires = Date.now() + LINK_LIFE;
  return json(200, {
    object: "email",
    ...summary(mail, parsed),
    reply_to: (parsed.replyTo ?? []).map((entry) => entry.address ?? ""),
    html: parsed.html ?? null,
    text: parsed.text ?? null,
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
    raw: {
      download_url: `${baseUrl}/raw/${id}?expires=${expires}&signature=${sign(sandbox, id, expires)}`,
      expires_at: new Date(expires).toISOString(),
    },
  });
}

/** What the list, the single answer and the webhook share. */
export function summary(mail: StoredInbound, parsed: Awaited<ReturnType<typeof PostalMime.parse>>) {
  return {
    id: mail.id,
    to: mail.to,
    from: mail.from,
    created_at: mail.at,
    subject: parsed.subject ?? "",
    bcc: [],
    cc: (parsed.cc ?? []).map((entry) => entry.address ?? ""),
    message_id: parsed.messageId ?? "",
    attachments: parsed.attachments.map((attachment, index) => ({
      id: `${mail.id.slice(0, -4)}${String(index).padStart(4, "0")}`,
      filename: attachment.filename ?? "",
      content_type: attachment.mimeType,
      content_disposition: attachment.disposition ?? "attachment",
      content_id: attachment.contentId ?? "",
    })),
  };
}

/** The raw message behind a signed link, without an API key, as from a content network. */
export function rawEmail(sandbox: Sandbox, id: string, query: URLSearchParams): Reply {
  const mail = sandbox.state.inbound.get(id);
  const expires = Number(query.get("expires"));
  const given = Buffer.from(query.get("signature") ?? "");
  const right = Buffer.from(sign(sandbox, id, expires));
  const valid = given.length === right.length && timingSafeEqual(given, right) && Date.now() < expires;
  if (mail === undefined || !valid)
    return {
      status: 403,
      headers: { "content-type": "application/xml" },
      body: "<Error><Code>AccessDenied</Code></Error>",
    };
  return { status: 200, headers: { "content-type": "message/rfc822" }, body: Buffer.from(mail.raw, "base64") };
}

function sign({ keys }: Sandbox, id: string, expires: number): string {
  return createHmac("sha256", keys.token).update(`${id} ${expires}`).digest("base64url");
}
