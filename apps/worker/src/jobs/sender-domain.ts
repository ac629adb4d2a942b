import { AppError } from "@heed/core/errors";
import { type Instant, Temporal } from "@heed/core/time";
import { closeJob } from "@heed/db/commands/job";
import { type DomainNews, type DomainState, dropDomain, noteDomain } from "@heed/db/commands/sender-domains";
import { loadDomain, type SenderDomain } from "@heed/db/queries/sender-domains";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { MailDomain } from "../adapters/mail-domains.ts";
import type { Worker } from "../worker.ts";
import type { JobInput } from "./job-runner.ts";

const NEXT_LOOK = { minutes: 5 };
/** Resend looks at the DNS for three days (resend.com/docs/dashboard/domains/introduction, read 2026-11). */
const LOOKS_FOR = { hours: 72 };

/**
 * One domain of a tenant at Resend, a step at a time:
 *
 * | state                 | does                                                   |
 * |-----------------------|--------------------------------------------------------|
 * | requested             | created there: not_started, with its records; or refused |
 * | pending               | verified there, looked at every 5 minutes for 72 hours |
 * | leaving               | removed there, then here                               |
 * | the others            | nothing                                                |
 */
export async function moveDomain(worker: Worker, { tenantId, job }: JobInput): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const domain = await withTenant(worker.db, access, (tx) => loadDomain(tx, job.subject));
  const step = domain === null ? NOTHING : await stepOf(worker, domain);
  const now = worker.clock.now();
  await withTenant(worker.db, access, async (tx) => {
    if (step.news !== null) await noteDomain(tx, { domainId: job.subject, now, ...step.news });
    if (step.drop) await dropDomain(tx, { domainId: job.subject, now });
    await closeJob(tx, { jobId: job.id, runAgainAt: step.again });
  });
  return { ended: step.news?.state ?? (step.drop ? "removed" : "nothing to do") };
}

interface Step {
  readonly news: Omit<DomainNews, "domainId" | "now"> | null;
  readonly drop: boolean;
  readonly again: Instant | null;
}

const NOTHING: Step = { news: null, drop: false, again: null };

async function stepOf(worker: Worker, domain: SenderDomain): Promise<Step> {
  try {
    if (domain.state === "requested")
      return { ...NOTHING, news: told("not_started", await worker.mailDomains.create(domain.name)) };
    if (domain.state === "pending") return await look(worker, domain);
    if (domain.state === "leaving") return await leave(worker, domain);
    return NOTHING;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    const { providerId, records } = domain;
    return { ...NOTHING, news: { state: "refused", providerId, records, problem: error.message.slice(0, 200) } };
  }
}

async function look({ mailDomains, clock }: Worker, { providerId, createdAt, checkedAt }: SenderDomain): Promise<Step> {
  if (providerId === null) return NOTHING;
  await mailDomains.verify(providerId);
  const found = await mailDomains.get(providerId);
  if (found.status === "verified") return { ...NOTHING, news: told("verified", found) };
  const ends = (checkedAt ?? createdAt).add(LOOKS_FOR);
  const over = found.status === "failed" || Temporal.Instant.compare(ends, clock.now()) <= 0;
  if (over) return { ...NOTHING, news: told("failed", found) };
  return { ...NOTHING, news: told("pending", found), again: clock.now().add(NEXT_LOOK) };
}

async function leave({ mailDomains }: Worker, { providerId }: SenderDomain): Promise<Step> {
  if (providerId !== null) {
    await mailDomains.remove(providerId).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
    });
  }
  return { ...NOTHING, drop: true };
}

function told(state: DomainState, { providerId, records }: MailDomain): NonNullable<Step["news"]> {
  return { state, providerId, records, problem: null };
}
