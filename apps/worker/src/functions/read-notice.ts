import { AppError } from "@heed/core/errors";
import { classifyMail } from "@heed/core/notice/classify";
import { parseMail } from "@heed/core/notice/parse-mail";
import { withPlaceholders } from "@heed/core/notice/with-placeholders";
import { type Instant, Temporal } from "@heed/core/time";
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
      // The sweeper goes on where these end (recover-lost-flows.ts).
      retries: 3,
    },
    async ({ event, step, attempt, maxAttempts }) => {
      const { tenantId, inboundMailId } = eventData(worker, "notice/received", event);
      const lastTry = attempt + 1 >= (maxAttempts ?? 1);
      return step.run("read", () => mapErrors(worker, () => readMail(worker, { tenantId, inboundMailId, lastTry })));
    },
  );
}

interface MailRef {
  readonly tenantId: string;
  readonly inboundMailId: string;
  /** Whether a name server that does not answer leaves the mail unverified instead of waiting for it. */
  readonly lastTry: boolean;
}

/** A mail that could not be fetched for so long is given up; Resend keeps its source no longer than that for certain. */
const FETCH_FOR = { hours: 24 };

async function readMail(worker: Worker, ref: MailRef): Promise<{ readonly ended: string }> {
  const access = systemAccess(ref.tenantId);
  const mail = await withTenant(worker.db, access, (tx) => loadMail(tx, ref.inboundMailId));
  if (mail === null || mail.state !== "received") return { ended: "read before" };
  try {
    const raw = await worker.mailer.rawMail(mail.providerId);
    return await apply(worker, { ref, mail, raw, parsed: await parseMail(raw) });
  } catch (error) {
    const state = stateAfter(error, mail, worker.clock.now());
    if (state === null) throw error;
    worker.log.warn({ error, tenantId: ref.tenantId, inboundMailId: mail.id, state }, "a received mail is not read");
    await withTenant(worker.db, access, (tx) => closeMail(tx, { mail, state, raw: null, ring: worker.ring }));
    return { ended: state };
  }
}

/** @returns null where the same mail may be read later */
function stateAfter(error: unknown, mail: StoredMail, now: Instant): "too_large" | "unreadable" | null {
  if (error instanceof AppError && error.code === "LIMIT_EXCEEDED") return "too_large";
  if (error instanceof AppError && !error.retryable && error.code !== "INTERNAL") return "unreadable";
  return Temporal.Instant.compare(mail.receivedAt.add(FETCH_FOR), now) <= 0 ? "unreadable" : null;
}

interface Fetched {
  readonly ref: MailRef;
  readonly mail: StoredMail;
  readonly raw: Uint8Array;
  readonly parsed: Awaited<ReturnType<typeof parseMail>>;
}

async function apply(worker: Worker, { ref, mail, raw, parsed }: Fetched): Promise<{ readonly ended: string }> {
  const classification = classifyMail(parsed);
  const { verification, retry } = await verifyMail(raw, { resolve: worker.dns });
  if (retry && !ref.lastTry) throw new AppError("UPSTREAM", "A name server does not answer.", { retryable: true });
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
