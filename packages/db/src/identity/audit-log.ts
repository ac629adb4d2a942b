import type { Instant } from "@heed/core/time";
import { and, desc, eq, gte, like, lt, type SQL, sql } from "drizzle-orm";
import { user } from "../schema/identity.ts";
import { type AuditDetails, auditEntry } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  readonly userId: string | null;
  /** Null: our own work, or an account that was deleted since. */
  readonly email: string | null;
  readonly name: string | null;
  readonly agencyName: string | null;
  readonly network: string | null;
  readonly act: string;
  readonly subject: string;
  readonly details: AuditDetails;
}

export interface AuditFilters {
  /** The first part of an act, such as "member". */
  readonly about?: string | undefined;
  readonly userId?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** Lines older than this one; ids are ordered by time. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first. @returns one line more than `limit` where there are older ones */
export function readAuditLog(tx: TenantDb, filters: AuditFilters): Promise<AuditRow[]> {
  const { id, at, userId, agencyName, network, act, subject, details } = auditEntry;
  return tx.sql
    .select({ id, at, userId, email: user.email, name: user.name, agencyName, network, act, subject, details })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, userId))
    .where(and(eq(auditEntry.tenantId, tx.tenantId), ...conditions(filters)))
    .orderBy(desc(id))
    .limit(filters.limit + 1);
}

function conditions({ about, userId, from, until, after }: AuditFilters): SQL[] {
  return [
    ...(about === undefined ? [] : [like(auditEntry.act, sql`${about} || '.%'`)]),
    ...(userId === undefined ? [] : [eq(auditEntry.userId, userId)]),
    ...(from === undefined ? [] : [gte(auditEntry.at, from)]),
    ...(until === undefined ? [] : [lt(auditEntry.at, until)]),
    ...(after === undefined ? [] : [lt(auditEntry.id, after)]),
  ];
}
