import { lowerRole } from "@heed/core/tenant/limits";
import type { Role } from "@heed/core/tenant/role";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Transaction } from "../client.ts";
import { grant, member, tenant } from "../schema/tenant.ts";
import { asUser } from "./as-user.ts";
import type { Workspace } from "./resolve-access.ts";

export interface WorkspaceChoice extends Workspace {
  readonly role: Role;
  /** The agency through which it is open to this person; null where the person is a member. */
  readonly throughAgency: string | null;
}

/** Every workspace that the person may enter, by name: as a member, and through the agencies that they belong to. */
export async function listWorkspaces(db: Db, { userId }: { userId: string }): Promise<WorkspaceChoice[]> {
  return asUser(db, userId, async (tx) => {
    const own = await memberships(tx, userId);
    const granted = await grantedWorkspaces(tx, userId);
    const known = new Set(own.map(({ id }) => id));
    const all = [...own, ...granted.filter(({ id }) => !known.has(id))];
    return all.toSorted((one, other) => one.name.localeCompare(other.name, "en") || (one.id < other.id ? -1 : 1));
  });
}

const { id, slug, name, kind } = tenant;

async function memberships(tx: Transaction, userId: string): Promise<WorkspaceChoice[]> {
  const rows = await tx
    .select({ id, slug, name, kind, role: member.role })
    .from(tenant)
    .innerJoin(member, and(eq(member.tenantId, id), eq(member.userId, userId)))
    .where(isNull(tenant.deletedAt));
  return rows.map((row) => ({ ...row, throughAgency: null }));
}

async function grantedWorkspaces(tx: Transaction, userId: string): Promise<WorkspaceChoice[]> {
  const agency = alias(tenant, "agency");
  const rows = await tx
    .select({ id, slug, name, kind, granted: grant.role, own: member.role, throughAgency: agency.name })
    .from(grant)
    .innerJoin(tenant, and(eq(id, grant.tenantId), isNull(tenant.deletedAt)))
    .innerJoin(agency, and(eq(agency.id, grant.agencyId), isNull(agency.deletedAt)))
    .innerJoin(member, and(eq(member.tenantId, grant.agencyId), eq(member.userId, userId)))
    .where(and(isNotNull(grant.acceptedAt), isNull(grant.endedAt)))
    .orderBy(asc(agency.name));
  const choices = rows.map(({ granted, own, ...row }) => ({ ...row, role: lowerRole(granted, own) }));
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
}
