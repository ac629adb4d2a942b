import type { Instant } from "@heed/core/time";
import { type AuditDetails, auditEntry } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface AuditLine extends AuditDetails {
  readonly now: Instant;
  /** Such as "store.paused". */
  readonly act: string;
  /** Such as "store:<id>". */
  readonly subject: string;
}

/**
 * Who did what: written in the transaction that does it. The person, the agency and the network come from the access;
 * `before` and `after` hold ids and settings, never secrets or anything about a buyer.
 */
export async function appendAudit(tx: TenantDb, { now, act, subject, ...details }: AuditLine): Promise<void> {
  const { userId, agency, network } = tx.access;
  await tx.sql.insert(auditEntry).values({
    tenantId: tx.tenantId,
    at: now,
    userId,
    agencyId: agency?.id ?? null,
    agencyName: agency?.name ?? null,
    network,
    act,
    subject,
    details,
  });
}
