import type { Access } from "../tenant-db.ts";

/**
 * Access of a person to a workspace that they are not a member of yet: its founder, or the bearer of an invitation whose
 * token was checked. Made in this folder only, for the one transaction that makes the membership.
 */
export function enteringAccess(tenantId: string, userId: string, network: string | null): Access {
  return { tenantId, userId, role: "owner", stores: "all", via: "system", agency: null, network } as Access;
}
