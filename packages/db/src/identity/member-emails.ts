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
