import { type Standing, standingOf } from "@heed/core/billing/standing";
import { type Instant, Temporal } from "@heed/core/time";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { billingFacts } from "@heed/db/queries/billing-facts";
import { type BillingTidings, billingTidings } from "@heed/db/queries/billing-tidings";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderPaymentFailedMail } from "@heed/emails/account/payment-failed-mail";
import { renderSendingPausedMail } from "@heed/emails/account/sending-paused-mail";
import { renderSendingResumedMail } from "@heed/emails/account/sending-resumed-mail";
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

/** A payment failed; nothing is told of one that is made good meanwhile, and of a pause by its own mail. */
export const tellPayment: JobRunner = (worker, input) =>
  tell(worker, input, async ({ workspace, slug }) => {
    const standing = await standingNow(worker, input);
    if (standing.kind !== "grace") return null;
    return renderPaymentFailedMail({ workspace, pausesAt: standing.pausesAt, url: billingUrl(worker, slug) });
  });

/** The grace is over today; where a later payment failed meanwhile, its day is waited for. */
export const tellPaused: JobRunner = (worker, input) =>
  tell(worker, input, async ({ workspace, slug }) => {
    const standing = await standingNow(worker, input);
    if (standing.kind === "grace") return standing.pausesAt;
    return standing.kind === "paused" ? renderSendingPausedMail({ workspace, url: billingUrl(worker, slug) }) : null;
  });

/** It was paid after a pause. */
export const tellResumed: JobRunner = (worker, input) =>
  tell(worker, input, async ({ workspace, slug }) => {
    const standing = await standingNow(worker, input);
    return standing.kind === "paid" ? renderSendingResumedMail({ workspace, url: billingUrl(worker, slug) }) : null;
  });

async function standingNow({ db, clock }: Worker, { tenantId }: JobInput): Promise<Standing> {
  return standingOf(await withTenant(db, systemAccess(tenantId), billingFacts), clock.now());
}

/** What is told; an instant: look again then; null: nothing any more. */
type Composed = AccountMail | Instant | null;

async function tell(
  worker: Worker,
  { tenantId, job }: JobInput,
  compose: (tidings: BillingTidings) => Promise<Composed>,
): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const tidings = await withTenant(worker.db, access, billingTidings);
  const made = tidings === null ? null : await compose(tidings);
  const runAgainAt = made instanceof Temporal.Instant ? made : null;
  const mail = made instanceof Temporal.Instant ? null : made;
  if (tidings !== null && mail !== null) {
    for (const to of tidings.to) await sendLetter(worker, { to, mail, key: job.id });
  }
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt });
    if (runAgainAt !== null) return { ended: "not yet" };
    return { ended: mail === null ? "nothing to tell" : "told" };
  });
}

function billingUrl({ webUrl }: Worker, slug: string): string {
  return new URL(`/w/${encodeURIComponent(slug)}/billing`, webUrl).href;
}
