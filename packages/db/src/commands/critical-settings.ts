import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";

export interface CriticalSettings {
  /** Critical messages wait for a second member. */
  readonly approval: boolean;
  /** Critical messages of a rolling 24 hours. */
  readonly quota: number;
}

export async function criticalSettings(tx: TenantDb): Promise<CriticalSettings> {
  const [row] = await tx.sql
    .select({ approval: tenant.criticalApproval, quota: tenant.criticalQuota })
    .from(tenant)
    .where(eq(tenant.id, tx.tenantId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  return row;
}

export async function setCriticalSettings(
  tx: TenantDb,
  { now, ...after }: CriticalSettings & { now: Instant },
): Promise<void> {
  const before = await criticalSettings(tx);
  await tx.sql
    .update(tenant)
    .set({ criticalApproval: after.approval, criticalQuota: after.quota })
    .where(eq(tenant.id, tx.tenantId));
  await appendAudit(tx, {
    now,
    act: "critical.settings",
    subject: `workspace:${tx.tenantId}`,
    before: { ...before },
    after: { ...after },
  });
}
