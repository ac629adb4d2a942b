import { parseResendEvent, type ResendEvent } from "@heed/core/notice/resend-event";
import { verifyWebhook } from "@heed/core/notice/webhook-signature";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../client.ts";
import { withoutValues } from "../database-error.ts";
import { claimDelivery } from "../identity/webhook-receipts.ts";
import { inboundMail } from "../schema/notice.ts";
import { address } from "../schema/store.ts";
import type { KeyRing } from "../seal.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";
import { applyTransportEvent } from "./apply-transport-event.ts";

export interface WebhookDelivery {
  readonly header: (name: string) => string | null | undefined;
  readonly body: string;
  /** Real time: signatures do not follow a virtual clock. */
  readonly receivedAt: Instant;
  readonly now: Instant;
}

export interface WebhookPorts {
  readonly db: Db;
  readonly system: SystemDb;
  readonly ring: KeyRing;
  readonly secret: string;
}

/** What to answer; `reason` goes to the log, once, and holds no personal data. */
export interface WebhookAnswer {
  readonly status: 200 | 400 | 401;
  readonly reason: string;
}

/**
 * One delivery of Resend, in any order and any number of times: the delivery id is claimed in the transaction that does
 * the work, so a repeat changes nothing and a crash loses nothing (Resend delivers again).
 */
export async function receiveResendWebhook(ports: WebhookPorts, delivery: WebhookDelivery): Promise<WebhookAnswer> {
  const check = verifyWebhook({
    secret: ports.secret,
    header: delivery.header,
    body: delivery.body,
    now: delivery.receivedAt,
  });
  if (!check.ok) return { status: 401, reason: check.reason };
  const parsed = parseResendEvent(delivery.body);
  if (parsed.kind === "malformed") return { status: 400, reason: "malformed" };
  if (parsed.kind === "ignored") return { status: 200, reason: `ignored ${parsed.type}` };
  const { event } = parsed;
  const reason =
    event.type === "email.received"
      ? await receiveMail(ports, { deliveryId: check.id, event, now: delivery.now })
      : await receiveTransportEvent(ports, { deliveryId: check.id, event, now: delivery.now });
  return { status: 200, reason };
}

type ReceivedMail = Extract<ResendEvent, { type: "email.received" }>;

interface Claimed<E> {
  readonly deliveryId: string;
  readonly event: E;
  readonly now: Instant;
}

async function receiveMail(
  { db, system }: WebhookPorts,
  { deliveryId, event, now }: Claimed<ReceivedMail>,
): Promise<string> {
  const { to, cc, bcc, email_id: providerId } = event.data;
  const localParts = [...new Set([...to, ...cc, ...bcc].map(localPart))];
  const addresses = await system.sql
    .select({ tenantId: address.tenantId, id: address.id })
    .from(address)
    .where(inArray(address.localPart, localParts))
    .catch((error: unknown) => {
      throw withoutValues(error);
    });
  if (addresses.length === 0) return "unknown address";
  let fresh = 0;
  for (const { tenantId, id } of addresses) {
    fresh += await withTenant(db, systemAccess(tenantId), async (tx) => {
      if (!(await claimDelivery(tx, { source: `resend:${id}`, deliveryId, now }))) return 0;
      return storeMail(tx, { addressId: id, providerId, now });
    });
  }
  return fresh === 0 ? "repeated" : "received";
}

async function storeMail(tx: TenantDb, mail: { addressId: string; providerId: string; now: Instant }): Promise<number> {
  const { addressId, providerId, now } = mail;
  const [row] = await tx.sql
    .insert(inboundMail)
    .values({ tenantId: tx.tenantId, addressId, providerId, receivedAt: now, state: "received" })
    .onConflictDoNothing()
    .returning({ id: inboundMail.id });
  if (row === undefined) return 0;
  await tx.sql
    .update(address)
    .set({ lastMailAt: now })
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.id, addressId)));
  await appendEvents(tx, [{ name: "notice/received", data: { tenantId: tx.tenantId, inboundMailId: row.id } }], now);
  return 1;
}

type TransportEvent = Exclude<ResendEvent, ReceivedMail>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Our sends carry their tenant and message as tags; without them the mail was not about an order. */
async function receiveTransportEvent(
  { db, ring }: WebhookPorts,
  { deliveryId, event, now }: Claimed<TransportEvent>,
): Promise<string> {
  const { tenant_id: tenantId = "", message_id: messageId = "" } = event.data.tags ?? {};
  if (!UUID.test(tenantId) || !UUID.test(messageId)) return "not about a message";
  return withTenant(db, systemAccess(tenantId), async (tx) => {
    if (!(await claimDelivery(tx, { source: "resend", deliveryId, now }))) return "repeated";
    const known = await applyTransportEvent(tx, { messageId, event, ring, now });
    return known ? "applied" : "unknown message";
  });
}

function localPart(mailAddress: string): string {
  const bare = /<([^<>]*)>\s*$/.exec(mailAddress)?.[1] ?? mailAddress;
  return bare
    .slice(0, Math.max(0, bare.lastIndexOf("@")))
    .trim()
    .toLowerCase();
}
