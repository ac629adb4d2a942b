import { AppError } from "@heed/core/errors";
import { type DigestChoice, nextDigest } from "@heed/core/report/report-times";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { scheduleJob } from "./schedule-job.ts";

export async function digestChoice(tx: TenantDb): Promise<DigestChoice> {
  const [row] = await tx.sql.select({ digest: tenant.digest }).from(tenant).where(eq(tenant.id, tx.tenantId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  return row.digest;
}

/** How often owners and admins get the digest; the next one moves at once. */
export async function setDigest(
  tx: TenantDb,
  { choice, now }: { readonly choice: DigestChoice; readonly now: Instant },
): Promise<void> {
  const before = await digestChoice(tx);
  await tx.sql.update(tenant).set({ digest: choice }).where(eq(tenant.id, tx.tenantId));
  await scheduleJob(tx, { kind: "health_digest", subject: tx.tenantId, runAt: nextDigest(choice, now) });
  await appendAudit(tx, {
    now,
    act: "workspace.digest_set",
    subject: `workspace:${tx.tenantId}`,
    before: { digest: before },
    after: { digest: choice },
  });
}
