import { AppError } from "@heed/core/errors";
import { parseMail } from "@heed/core/notice/parse-mail";
import { type Instant, Temporal } from "@heed/core/time";
import { type BuyerAnswer, eraseAnswer, loadAnswer } from "@heed/db/commands/buyer-answer";
import { closeJob } from "@heed/db/commands/job";
import { senderLocalPart } from "@heed/db/queries/sender-address";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { MailOutcome } from "../adapters/mailer.ts";
import type { Worker } from "../worker.ts";
import type { JobInput } from "./job-runner.ts";

/** An answer is kept this long at most (DESIGN §5.4); without a confirmed address it is asked for again until then. */
const KEPT = { hours: 24 };
const NEXT_LOOK = { hours: 1 };

/**
 * A buyer answered to the store's sender address. The mail goes on to the store's customer service, read by nobody here:
 *
 * | finds                                   | does                                   |
 * |-----------------------------------------|----------------------------------------|
 * | a confirmed address                     | forwards, then erases                  |
 * | none, or Resend refuses                 | waits an hour                          |
 * | the answer is 24 hours old              | erases                                 |
 */
export async function forwardAnswer(worker: Worker, { tenantId, job }: JobInput): Promise<{ readonly ended: string }> {
  const { id: jobId, subject: inboundMailId } = job;
  const access = systemAccess(tenantId);
  const answer = await withTenant(worker.db, access, (tx) => loadAnswer(tx, { inboundMailId, ring: worker.ring }));
  const now = worker.clock.now();
  const next = answer === null ? null : await goOn(worker, { tenantId, inboundMailId, answer, now });
  await withTenant(worker.db, access, async (tx) => {
    if (next === null) await eraseAnswer(tx, inboundMailId);
    await closeJob(tx, { jobId, runAgainAt: next });
  });
  return { ended: next === null ? "done" : "again" };
}

interface Ready {
  readonly tenantId: string;
  readonly inboundMailId: string;
  readonly answer: BuyerAnswer;
  readonly now: Instant;
}

/** @returns when to try again; null when the answer is forwarded or too old */
async function goOn(worker: Worker, ready: Ready): Promise<Instant | null> {
  const { answer, now } = ready;
  const ends = answer.receivedAt.add(KEPT);
  if (Temporal.Instant.compare(ends, now) <= 0) return null;
  const outcome = answer.serviceAddress === null ? null : await forward(worker, ready, answer.serviceAddress);
  if (outcome?.kind === "accepted") return null;
  const wanted = outcome?.kind === "retry" ? outcome.after : now.add(NEXT_LOOK);
  return Temporal.Instant.compare(wanted, ends) < 0 ? wanted : ends;
}

async function forward(worker: Worker, { tenantId, inboundMailId, answer }: Ready, to: string): Promise<MailOutcome> {
  const { subject, text, from } = await parseMail(answer.raw);
  const localPart = await withTenant(worker.db, systemAccess(tenantId), (tx) => senderLocalPart(tx, answer));
  const outcome = await worker.mailer.send({
    from: `"Answer of an Amazon buyer" <${localPart}@mail.${worker.mailDomain}>`,
    to,
    ...(from === null ? {} : { replyTo: from }),
    subject: subject === "" ? `An answer to ${answer.storeName}` : subject,
    text: text === "" ? "(The answer has no text.)" : text,
    idempotencyKey: `heed-answer-${inboundMailId}`,
    tags: { tenant_id: tenantId, kind: "answer" },
  });
  // The same key makes the repeat safe.
  if (outcome.kind === "lost") {
    throw new AppError("UPSTREAM", "What became of a forwarded answer is open.", { retryable: true });
  }
  return outcome;
}
