import { type Instant, Temporal } from "@heed/core/time";
import { loadMail, rawMail } from "@heed/db/commands/inbound-mail";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { reverifyNotice } from "@heed/db/commands/reverify-notice";
import { ASK_AGAIN, ASK_FOR } from "@heed/db/commands/verify-later";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { type MailVerification, verifyMail } from "../adapters/verify-mail.ts";
import type { Worker } from "../worker.ts";

interface VerifyAgain {
  readonly tenantId: string;
  readonly jobId: string;
  readonly attempt: number;
  readonly inboundMailId: string;
}

/**
 * Asks the name servers once more about a mail that could not be verified when it came (DESIGN §5.4):
 *
 * | answer                        | then                                      |
 * | verified, forwarded, forged   | the notice takes the verdict; done        |
 * | unverified, all servers spoke | stays unverified; done                    |
 * | no answer, within 48 h        | asked again in an hour                    |
 * | no answer after 48 h          | stays unverified; done                    |
 */
export async function verifyAgain(worker: Worker, input: VerifyAgain): Promise<{ readonly ended: string }> {
  const access = systemAccess(input.tenantId);
  const { inboundMailId, jobId } = input;
  const [mail, raw] = await withTenant(worker.db, access, async (tx) => [
    await loadMail(tx, inboundMailId),
    await rawMail(tx, { id: inboundMailId, ring: worker.ring }),
  ]);
  const found = raw === null ? null : await verifyMail(raw, { resolve: worker.dns });
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, input))) return { ended: "nothing to do" };
    const now = worker.clock.now();
    const { ring } = worker;
    const verification = verdictOf(found, mail?.uploaded === true);
    if (verification !== null) await reverifyNotice(tx, { inboundMailId, verification, now, ring });
    const next = nextLook(found, { receivedAt: mail?.receivedAt ?? now, now });
    await closeJob(tx, { jobId, runAgainAt: next });
    return { ended: next === null ? (found?.verification ?? "gone") : "again" };
  });
}

/** Null: nothing new. An uploaded file is never called forged (read-notice.ts). */
function verdictOf(found: MailVerification | null, uploaded: boolean) {
  const verification = found?.verification ?? "unverified";
  if (verification === "unverified") return null;
  return verification === "forged" && uploaded ? null : verification;
}

function nextLook(found: MailVerification | null, times: { receivedAt: Instant; now: Instant }): Instant | null {
  if (found?.retry !== true) return null;
  const next = times.now.add(ASK_AGAIN);
  return Temporal.Instant.compare(next, times.receivedAt.add(ASK_FOR)) <= 0 ? next : null;
}
