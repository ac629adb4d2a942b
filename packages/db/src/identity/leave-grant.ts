import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../client.ts";
import { appendAudit } from "../commands/append-audit.ts";
import { appendLive } from "../commands/append-outbox.ts";
import { grant } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { enteringAccess } from "./entering-access.ts";

interface Leave {
  /** Transaction of the agency. */
  readonly tx: TenantDb;
  readonly agency: { readonly id: string; readonly name: string };
  readonly grantId: string;
  readonly now: Instant;
}

/**
 * An agency gives access back that a workspace gave it. The row is the granting side's, so it is ended there, in a
 * transaction that the agency enters for this alone; both logs tell of it.
 */
export async function leaveGrant(db: Db, { tx, agency, grantId, now }: Leave): Promise<void> {
  const held = and(
    eq(grant.id, grantId),
    eq(grant.agencyId, agency.id),
    isNotNull(grant.acceptedAt),
    isNull(grant.endedAt),
  );
  const [found] = await tx.sql.select({ tenantId: grant.tenantId }).from(grant).where(held);
  if (found === undefined) throw new AppError("NOT_FOUND", "This access was given back already.");
  const line = { now, act: "grant.left", subject: `grant:${grantId}` };
  await appendAudit(tx, { ...line, before: { workspaceId: found.tenantId } });
  const { userId, network } = tx.access;
  const access = { ...enteringAccess(found.tenantId, userId ?? "", network), agency };
  await withTenant(db, access, async (granting) => {
    const rows = await granting.sql
      .update(grant)
      .set({ endedAt: now, endedBy: "agency" })
      .where(and(eq(grant.tenantId, granting.tenantId), held))
      .returning({ id: grant.id });
    if (rows.length === 0) throw new AppError("NOT_FOUND", "This access was given back already.");
    await appendAudit(granting, { ...line, before: { agencyId: agency.id } });
    await appendLive(granting, ["access"], now);
  });
}
