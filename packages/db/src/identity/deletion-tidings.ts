import type { Instant } from "@heed/core/time";
import { and, desc, eq } from "drizzle-orm";
import { user } from "../schema/identity.ts";
import { auditEntry, member, tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/** What the mail about a deleted workspace says, and to whom it goes. */
export interface DeletionTidings {
  readonly workspace: string;
  readonly eraseAt: Instant;
  /** Null where that person has an account no more. */
  readonly deletedBy: string | null;
  /** All members: none of them finds the workspace any more. */
  readonly to: readonly string[];
}

/** Null where the workspace is kept after all. */
export async function deletionTidings(tx: TenantDb): Promise<DeletionTidings | null> {
  const [row] = await tx.sql
    .select({ workspace: tenant.name, eraseAt: tenant.eraseAt })
    .from(tenant)
    .where(eq(tenant.id, tx.tenantId));
  if (row === undefined || row.eraseAt === null) return null;
  const people = await tx.sql
    .select({ id: user.id, email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.tenantId, tx.tenantId))
    .orderBy(user.email);
  const by = await deletedBy(tx);
  const deleter = people.find(({ id }) => id === by)?.email ?? null;
  return { ...row, eraseAt: row.eraseAt, deletedBy: deleter, to: people.map(({ email }) => email) };
}

async function deletedBy(tx: TenantDb): Promise<string | null> {
  const [row] = await tx.sql
    .select({ userId: auditEntry.userId })
    .from(auditEntry)
    .where(and(eq(auditEntry.tenantId, tx.tenantId), eq(auditEntry.act, "workspace.deleted")))
    .orderBy(desc(auditEntry.id))
    .limit(1);
  return row?.userId ?? null;
}
