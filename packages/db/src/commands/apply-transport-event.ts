import { effectOf, type MailEvent } from "@heed/core/message/evidence";
import type { ResendEvent } from "@heed/core/notice/resend-event";
import type { Instant } from "@heed/core/time";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { applyEffect, lockMessage } from "./apply-effect.ts";
import { noteEvidence } from "./note-evidence.ts";

export interface TransportInput {
  readonly messageId: string;
  readonly event: Exclude<ResendEvent, { type: "email.received" }>;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/**
 * What Resend reports about one of our e-mails. A delivery only says something new where the outcome was not known.
 * @returns false when the message is not ours
 */
export async function applyTransportEvent(
  tx: TenantDb,
  { messageId, event, ring, now }: TransportInput,
): Promise<boolean> {
  const found = await lockMessage(tx, messageId);
  if (found === null) return false;
  const mailEvent = mailEventOf(event);
  if (mailEvent === "delivered" && found.message.state !== "unknown") return true;
  const effect = effectOf({ from: "mail", event: mailEvent }, found.message.state);
  await applyEffect(tx, { found, effect, rule: mailEvent, creditable: true, noticeId: null, ring, now });
  if (effect.state !== null || effect.suppress !== null || TIDINGS.has(mailEvent)) {
    await noteEvidence(tx, { found, effect, rule: mailEvent, facts: { from: "resend" }, now });
  }
  await appendLive(tx, ["messages"], now);
  return true;
}

/** They change nothing, and say why a message is not there yet: the ledger tells. */
const TIDINGS: ReadonlySet<MailEvent> = new Set(["bounced_soft", "delivery_delayed"]);

/** Resend's bounce is for good only where it says so: `Undetermined` proves nothing about the address. */
function mailEventOf(event: TransportInput["event"]): MailEvent {
  switch (event.type) {
    case "email.delivered":
      return "delivered";
    case "email.bounced":
      return event.data.bounce.type === "Permanent" ? "bounced_hard" : "bounced_soft";
    case "email.delivery_delayed":
      return "delivery_delayed";
    case "email.complained":
      return "complained";
    case "email.suppressed":
      return "suppressed";
    case "email.failed":
      return "failed";
  }
}
