import { closeJob, lockJob } from "@heed/db/commands/job";
import { deletionTidings } from "@heed/db/identity/deletion-tidings";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderWorkspaceDeletionMail } from "@heed/emails/account/workspace-deletion-mail";
import type { JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** Tells all members that their workspace will be erased, and where its owners can keep it. */
export const tellDeleted: JobRunner = async (worker, { tenantId, job }) => {
  const access = systemAccess(tenantId);
  const tidings = await withTenant(worker.db, access, (tx) => deletionTidings(tx));
  if (tidings !== null) {
    const mail = await renderWorkspaceDeletionMail({
      workspace: tidings.workspace,
      deletedBy: tidings.deletedBy ?? "An owner",
      erasedAt: tidings.eraseAt,
      url: new URL("/account/workspaces", worker.webUrl).href,
    });
    for (const to of tidings.to) await sendLetter(worker, { to, mail, key: job.id });
  }
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    await closeJob(tx, { jobId: job.id, runAgainAt: null });
    return { ended: tidings === null ? "nothing to tell" : "told" };
  });
};
