import type { Instant } from "@heed/core/time";
import { AUTHORISATION_LIVES } from "@heed/db/commands/connect-store";
import { purgeStore } from "@heed/db/commands/disconnect-store";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { type StoreTidings, storeTidings } from "@heed/db/queries/store-tidings";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderAuthorisationExpiringMail } from "@heed/emails/account/authorisation-expiring-mail";
import { renderStoreDisconnectedMail } from "@heed/emails/account/store-disconnected-mail";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Worker } from "../worker.ts";
import type { JobInput, JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** The second reminder of a permission that ends; the first comes a month before (connect-store.ts). */
const REMIND_AGAIN_BEFORE = { hours: 24 * 7 };

/** Tells the owners that a store stands still, whoever ended the permission: a member, or the seller at Amazon. */
export const tellDisconnected: JobRunner = (worker, input) =>
  tell(worker, input, async (tidings) => {
    if (tidings.authorisation === "active") return null;
    const { store, workspace, slug, purgeAt, disconnectedBy } = tidings;
    const member = tidings.authorisation === "disconnected" && disconnectedBy !== null;
    const by = member ? ({ kind: "member", name: disconnectedBy } as const) : ({ kind: "amazon" } as const);
    const mail = await renderStoreDisconnectedMail({ store, workspace, by, purgeAt, url: storesUrl(worker, slug) });
    return { mail, turn: "ended", again: null };
  });

/** Reminds of the yearly renewal, twice. */
export const tellAuthorisationExpires: JobRunner = (worker, input) =>
  tell(worker, input, async ({ authorisation, authorisedAt, store, workspace, slug }) => {
    if (authorisation !== "active" || authorisedAt === null) return null;
    const expiresAt = authorisedAt.add(AUTHORISATION_LIVES);
    const next = expiresAt.subtract(REMIND_AGAIN_BEFORE);
    const url = storesUrl(worker, slug);
    const mail = await renderAuthorisationExpiringMail({ store, workspace, expiresAt, url });
    const isFirst = next.epochMilliseconds > worker.clock.now().epochMilliseconds;
    return { mail, turn: isFirst ? "first" : "last", again: isFirst ? next : null };
  });

/** The last day of a disconnected store's data. */
export const purgeDisconnected: JobRunner = (worker, { tenantId, job }) =>
  withTenant(worker.db, systemAccess(tenantId), async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    const erased = await purgeStore(tx, { storeId: job.subject, now: worker.clock.now() });
    await closeJob(tx, { jobId: job.id, runAgainAt: null });
    return { ended: erased ? "erased" : "connected again" };
  });

interface Tidings {
  readonly mail: AccountMail;
  /** Which of the job's mails it is, the same when a turn that died is made again: nobody gets it twice. */
  readonly turn: "first" | "last" | "ended";
  readonly again: Instant | null;
}

async function tell(
  worker: Worker,
  { tenantId, job }: JobInput,
  compose: (tidings: StoreTidings) => Promise<Tidings | null>,
): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const tidings = await withTenant(worker.db, access, (tx) => storeTidings(tx, job.subject));
  const made = tidings === null ? null : await compose(tidings);
  if (tidings !== null && made !== null) {
    for (const to of tidings.to) await sendLetter(worker, { to, mail: made.mail, key: `${job.id}-${made.turn}` });
  }
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt: made?.again ?? null });
    return { ended: made === null ? "nothing to tell" : "told" };
  });
}

function storesUrl({ webUrl }: Worker, slug: string): string {
  return new URL(`/w/${encodeURIComponent(slug)}/stores`, webUrl).href;
}
