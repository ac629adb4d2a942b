import { standingOf } from "@heed/core/billing/standing";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { billingFacts } from "@heed/db/queries/billing-facts";
import { type BillingTidings, billingTidings } from "@heed/db/queries/billing-tidings";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderPaymentFailedMail } from "@heed/emails/account/payment-failed-mail";
import { renderUsageAlertMail } from "@heed/emails/account/usage-alert-mail";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Worker } from "../worker.ts";
import type { JobInput, JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** 80 or 100 % of a period's messages; asked for where the alert was noted. */
export const tellUsage: JobRunner = (worker, input) =>
  tell(worker, input, async ({ workspace, slug }) => {
    const alert = input.job.progress?.alert;
    return alert === undefined ? null : renderUsageAlertMail({ workspace, ...alert, url: billingUrl(worker, slug) });
  });

/** A payment failed; nothing is told of one that is made good meanwhile. */
export const tellPayment: JobRunner = (worker, input) =>
  tell(worker, input, async ({ workspace, slug }) => {
    const facts = await withTenant(worker.db, systemAccess(input.tenantId), billingFacts);
    const standing = standingOf(facts, worker.clock.now());
    if (standing.kind !== "grace" && standing.kind !== "paused") return null;
    const pausesAt = standing.kind === "grace" ? standing.pausesAt : null;
    return renderPaymentFailedMail({ workspace, pausesAt, url: billingUrl(worker, slug) });
  });

async function tell(
  worker: Worker,
  { tenantId, job }: JobInput,
  compose: (tidings: BillingTidings) => Promise<AccountMail | null>,
): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const tidings = await withTenant(worker.db, access, billingTidings);
  const mail = tidings === null ? null : await compose(tidings);
  if (tidings !== null && mail !== null) {
    for (const to of tidings.to) await sendLetter(worker, { to, mail, key: job.id });
  }
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt: null });
    return { ended: mail === null ? "nothing to tell" : "told" };
  });
}

function billingUrl({ webUrl }: Worker, slug: string): string {
  return new URL(`/w/${encodeURIComponent(slug)}/billing`, webUrl).href;
}
