import { AppError } from "@heed/core/errors";
import { settlesAt } from "@heed/core/message/settle";
import type { Instant } from "@heed/core/time";
import type { Outcome } from "@heed/db/commands/record-outcome";
import { senderLocalPart } from "@heed/db/queries/sender-address";
import { ownDomainOf } from "@heed/db/queries/sender-domains";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { open } from "@heed/db/seal";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { MailOutcome, OutgoingMail } from "../adapters/mailer.ts";
import type { LaneAnswer, LaneCall } from "../send/call-lane.ts";
import { sendsTwice, skipsCall } from "../send/planted-bugs.ts";
import type { Worker } from "../worker.ts";

/**
 * A review e-mail by Resend to the buyer's alias. The idempotency key is frozen in the intent:
 *
 * | Resend                                   | becomes                                             |
 * |------------------------------------------|-----------------------------------------------------|
 * | accepted, or accepted before             | sent                                                |
 * | refused (validation)                     | failed, final: provider_rejected                    |
 * | rate, quota, key, domain                 | planned again; of a repeat: thrown, as the first call may have been taken |
 * | lost answer, same key under way          | thrown: the run repeats it with the same key        |
 * | key used for another content             | unknown                                             |
 */
export async function emailLane(worker: Worker, call: LaneCall): Promise<LaneAnswer> {
  const mail = await compose(worker, call);
  const answer: MailOutcome = skipsCall(worker)
    ? { kind: "accepted", id: call.work.message.id }
    : await worker.mailer.send(mail);
  if (sendsTwice(worker)) await worker.mailer.send({ ...mail, idempotencyKey: `${mail.idempotencyKey}-again` });
  return { outcome: outcomeOf(answer, { now: worker.clock.now(), repeat: call.repeat }), revoked: false };
}

async function compose(worker: Worker, { tenantId, work, intent, email }: LaneCall): Promise<OutgoingMail> {
  const { message, facts, orderRef, sealedAlias } = work;
  if (email?.mail == null || sealedAlias === null || intent.idempotencyKey === null) {
    throw new AppError("INTERNAL", "A claimed e-mail lacks its text or its address.", {
      details: { messageId: message.id },
    });
  }
  const { storeId } = message;
  const { store, localPart, own } = await withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    store: await loadStoreWork(tx, { storeId, ring: worker.ring }),
    localPart: await senderLocalPart(tx, { storeId, marketplaceId: facts.order.marketplaceId }),
    own: await ownDomainOf(tx, storeId),
  }));
  return {
    from: `${displayName(store.name)} <${localPart}@${own?.name ?? `mail.${worker.mailDomain}`}>`,
    to: open(worker.ring, { table: "order", column: "alias", tenantId, rowId: orderRef }, sealedAlias),
    ...email.mail,
    idempotencyKey: intent.idempotencyKey,
    tags: { tenant_id: tenantId, message_id: message.id },
  };
}

/** A quoted string of RFC 5322 without characters that could end it or start another header. */
function displayName(name: string): string {
  return `"${name.replace(/[\p{Cc}"\\]/gu, " ").trim()}"`;
}

function outcomeOf(answer: MailOutcome, { now, repeat }: { now: Instant; repeat: boolean }): Outcome {
  switch (answer.kind) {
    case "accepted":
      return { kind: "sent", providerId: answer.id, settleAt: settlesAt("email", now) };
    case "refused":
      return { kind: "failed", rule: "provider_rejected", final: true };
    case "retry":
      if (repeat) throw openAnswer(answer.code);
      return { kind: "again", at: answer.after };
    case "changed":
      return { kind: "unknown" };
    case "lost":
      throw openAnswer("lost");
  }
}

/** The claim stays: planning anew would make a new key, and so perhaps a second mail. */
function openAnswer(code: string): AppError {
  return new AppError("UPSTREAM", "What became of an e-mail is open; it is repeated with its key.", {
    retryable: true,
    details: { code },
  });
}
