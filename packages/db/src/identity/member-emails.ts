import type { Role } from "@heed/core/tenant/role";
import { and, eq, inArray } from "drizzle-orm";
import { user } from "../schema/identity.ts";
import { member } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Addresses of the workspace's members by user id; who has left is not among them. */
export async function memberEmails(tx: TenantDb, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.sql
    .select({ id: user.id, email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.tenantId, tx.tenantId), inArray(member.userId, [...new Set(userIds)])));
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Addresses of those who answer for the workspace. */
export const adminEmails = (tx: TenantDb): Promise<string[]> => emailsOf(tx, ["owner", "admin"]);

/** Addresses of those who pay. */
export const ownerEmails = (tx: TenantDb): Promise<string[]> => emailsOf(tx, ["owner"]);

async function emailsOf(tx: TenantDb, roles: readonly Role[]): Promise<string[]> {
  const rows = await tx.sql
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.tenantId, tx.tenantId), inArray(member.role, [...roles])))
    .orderBy(user.email);
  return rows.map(({ email }) => email);
}
