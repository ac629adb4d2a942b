import { AppError } from "@heed/core/errors";
import { classifyMail } from "@heed/core/notice/classify";
import { parseMail } from "@heed/core/notice/parse-mail";
import { withPlaceholders } from "@heed/core/notice/with-placeholders";
import { applyNotice } from "@heed/db/commands/apply-notice";
import { closeMail, loadMail, type StoredMail } from "@heed/db/commands/inbound-mail";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { verifyMail } from "../adapters/verify-mail.ts";
import { eventData, mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

/** One received mail: fetched, verified, classified, applied; its raw source is sealed beside it. */
export function readNotice(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    {
      id: "read-notice",
      triggers: [{ event: "notice/received" }],
      concurrency: { key: "event.data.tenantId", limit: 4 },
      retries: 5,
    },
    async ({ event, step }) => {
      const { tenantId, inboundMailId } = eventData("notice/received", event);
      return step.run("read", () => mapErrors(() => readMail(worker, { tenantId, inboundMailId })));
    },
  );
}

interface MailRef {
  readonly tenantId: string;
  readonly inboundMailId: string;
}

async function readMail(worker: Worker, ref: MailRef): Promise<{ readonly ended: string }> {
  const access = systemAccess(ref.tenantId);
  const mail = await withTenant(worker.db, access, (tx) => loadMail(tx, ref.inboundMailId));
  if (mail === null || mail.state !== "received") return { ended: "read before" };
  const raw = await fetchRaw(worker, mail);
  if (raw === null) {
    await withTenant(worker.db, access, (tx) =>
      closeMail(tx, { mail, state: "too_large", raw: null, ring: worker.ring }),
    );
    return { ended: "too large" };
  }
  return apply(worker, { ref, mail, raw });
}

/** @returns null for a mail above the limit */
async function fetchRaw(worker: Worker, mail: StoredMail): Promise<Uint8Array | null> {
  try {
    return await worker.mailer.rawMail(mail.providerId);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "LIMIT_EXCEEDED") throw error;
    worker.log.warn({ inboundMailId: mail.id }, "a received mail is larger than what is read");
    return null;
  }
}

interface Fetched {
  readonly ref: MailRef;
  readonly mail: StoredMail;
  readonly raw: Uint8Array;
}

async function apply(worker: Worker, { ref, mail, raw }: Fetched): Promise<{ readonly ended: string }> {
  const parsed = await parseMail(raw);
  const classification = classifyMail(parsed);
  const { verification } = await verifyMail(raw, { resolve: worker.dns });
  const result = await withTenant(worker.db, systemAccess(ref.tenantId), async (tx) => {
    const now = worker.clock.now();
    await closeMail(tx, { mail, state: "read", raw, ring: worker.ring });
    return applyNotice(tx, {
      storeId: mail.storeId,
      inboundMailId: mail.id,
      classification,
      verification,
      text: withPlaceholders(`${parsed.subject}\n\n${parsed.text}`),
      receivedAt: mail.receivedAt,
      now,
      ring: worker.ring,
    });
  });
  worker.wakeRelay();
  return { ended: result === null ? "read before" : `${classification.kind}: ${result.effect}` };
}
