import { AppError } from "@heed/core/errors";
import { isAutomaticReply } from "@heed/core/notice/automatic-reply";
import { classifyMail } from "@heed/core/notice/classify";
import { readForwardingRequest } from "@heed/core/notice/forwarding-request";
import type { ParsedMail } from "@heed/core/notice/notice";
import { parseMail } from "@heed/core/notice/parse-mail";
import { TAUGHT } from "@heed/core/notice/taught-sentence";
import { withPlaceholders } from "@heed/core/notice/with-placeholders";
import { isAlias } from "@heed/core/suppression/alias";
import { type Instant, Temporal } from "@heed/core/time";
import { applyNotice } from "@heed/db/commands/apply-notice";
import { keepAnswer } from "@heed/db/commands/buyer-answer";
import { rejectSender } from "@heed/db/commands/canary";
import { closeMail, loadMail, rawMail, type StoredMail } from "@heed/db/commands/inbound-mail";
import { noteAmazonMail, noteSelfTest } from "@heed/db/commands/prove-address";
import { verifyLater } from "@heed/db/commands/verify-later";
import { taughtSentences } from "@heed/db/queries/taught-sentences";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { type MailVerification, verifyMail } from "../adapters/verify-mail.ts";
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
    async ({ event, step }) => {
      const ref = eventData(worker, "notice/received", event);
      return step.run("read", () => mapErrors(worker, () => readMail(worker, ref)));
    },
  );
}

interface MailRef {
  readonly tenantId: string;
  readonly inboundMailId: string;
}

/** A mail that could not be fetched for so long is given up; Resend keeps its source no longer than that for certain. */
const FETCH_FOR = { hours: 24 };

async function readMail(worker: Worker, ref: MailRef): Promise<{ readonly ended: string }> {
  const access = systemAccess(ref.tenantId);
  const mail = await withTenant(worker.db, access, (tx) => loadMail(tx, ref.inboundMailId));
  if (mail === null || mail.state !== "received") return { ended: "read before" };
  try {
    const raw = await sourceOf(worker, ref, mail);
    return await apply(worker, { ref, mail, raw, parsed: await parseMail(raw) });
  } catch (error) {
    const state = stateAfter(error, mail, worker.clock.now());
    if (state === null) throw error;
    worker.log.warn({ error, tenantId: ref.tenantId, inboundMailId: mail.id, state }, "a received mail is not read");
    await withTenant(worker.db, access, (tx) => closeMail(tx, { mail, state, raw: null, ring: worker.ring }));
    return { ended: state };
  }
}

/** A received mail's source is fetched; an uploaded one came with its row. */
async function sourceOf(worker: Worker, { tenantId }: MailRef, mail: StoredMail): Promise<Uint8Array> {
  if (!mail.uploaded) return worker.mailer.rawMail(mail.providerId);
  const { ring } = worker;
  const raw = await withTenant(worker.db, systemAccess(tenantId), (tx) => rawMail(tx, { id: mail.id, ring }));
  if (raw === null) throw new AppError("NOT_FOUND", "The uploaded mail is gone.");
  return raw;
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
  readonly parsed: ParsedMail;
}

async function apply(worker: Worker, fetched: Fetched): Promise<{ readonly ended: string }> {
  if (await takeSelfTest(worker, fetched)) return { ended: "our own test" };
  if (await takeAnswer(worker, fetched)) return { ended: "a buyer's answer" };
  return applyMail(worker, fetched);
}

/** A buyer's answer to the store's sender is for its customer service and no notice: nobody here reads it. */
async function takeAnswer(worker: Worker, { ref, mail, raw, parsed }: Fetched): Promise<boolean> {
  if (mail.addressKind !== "sender" || parsed.from === null || !isAlias(parsed.from) || isAutomaticReply(parsed))
    return false;
  const { verification } = await verifyMail(raw, { resolve: worker.dns });
  if (verification === "forged") return false;
  await withTenant(worker.db, systemAccess(ref.tenantId), (tx) =>
    keepAnswer(tx, { mail, raw, ring: worker.ring, now: worker.clock.now() }),
  );
  worker.wakeRelay();
  return true;
}

/** A test of the address, by ourselves: it says nothing about a message and needs nobody's signature but its token. */
function takeSelfTest(worker: Worker, { ref, mail, raw, parsed }: Fetched): Promise<boolean> {
  return withTenant(worker.db, systemAccess(ref.tenantId), async (tx) => {
    const { addressId } = mail;
    if (!(await noteSelfTest(tx, { addressId, subject: parsed.subject, now: worker.clock.now() }))) return false;
    await closeMail(tx, { mail, state: "read", raw, ring: worker.ring });
    return true;
  });
}

async function applyMail(worker: Worker, fetched: Fetched): Promise<{ readonly ended: string }> {
  const { ref, mail, raw, parsed } = fetched;
  const { verification, retry } = await judgeSource(worker, mail, raw);
  const ended = await withTenant(worker.db, systemAccess(ref.tenantId), async (tx) => {
    const now = worker.clock.now();
    const classification = classifyMail(parsed, await taughtSentences(tx));
    await closeMail(tx, { mail, state: "read", raw, ring: worker.ring });
    if (verification === "verified" && !mail.uploaded) await noteAmazonMail(tx, { addressId: mail.addressId, now });
    const result = await applyNotice(tx, {
      storeId: mail.storeId,
      inboundMailId: mail.id,
      classification,
      verification,
      text: withPlaceholders(`${parsed.subject}\n\n${parsed.text}`),
      receivedAt: cameAt(fetched),
      uploaded: mail.uploaded,
      taughtBy: taughtId(classification.pattern),
      facts: forwardingFacts(parsed),
      now,
      ring: worker.ring,
    });
    if (classification.kind === "sender_not_approved" && verification === "verified")
      await rejectSender(tx, { storeId: mail.storeId, now });
    await waitForDns(tx, { retry, mail, now });
    return result === null ? "read before" : `${classification.kind}: ${result.effect}`;
  });
  worker.wakeRelay();
  return { ended };
}

/** A file from a member came from nowhere directly, and its keys may be long gone: it can be proven, not called forged. */
async function judgeSource(worker: Worker, { uploaded }: StoredMail, raw: Uint8Array): Promise<MailVerification> {
  const found = await verifyMail(raw, { resolve: worker.dns });
  return uploaded && found.verification === "forged" ? { ...found, verification: "unverified" } : found;
}

/** What did not answer now is asked again; until then the notice counts as unverified. */
async function waitForDns(tx: TenantDb, wait: { retry: boolean; mail: StoredMail; now: Instant }): Promise<void> {
  if (wait.retry) await verifyLater(tx, { inboundMailId: wait.mail.id, now: wait.now });
}

/** An uploaded mail came when it says so, as far as that lies in the past; a received one, when it was received. */
function cameAt({ mail, parsed }: Fetched): Instant {
  const dated = mail.uploaded ? parsed.date : null;
  return dated !== null && Temporal.Instant.compare(dated, mail.receivedAt) < 0 ? dated : mail.receivedAt;
}

function taughtId(pattern: string | null): string | null {
  return pattern?.startsWith(TAUGHT) === true ? pattern.slice(TAUGHT.length) : null;
}

function forwardingFacts(parsed: ParsedMail): Readonly<Record<string, string>> {
  const asked = readForwardingRequest(parsed);
  const found = asked === null ? {} : { forwardingCode: asked.code, forwardingLink: asked.link };
  return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
