import type { Role } from "@heed/core/tenant/role";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { member, tenant } from "../schema/tenant.ts";
import { asUser } from "./as-user.ts";
import type { Workspace } from "./resolve-access.ts";

/** Every workspace that the person is a member of, by name. */
export async function listWorkspaces(db: Db, { userId }: { userId: string }): Promise<(Workspace & { role: Role })[]> {
  return asUser(db, userId, (tx) =>
    tx
      .select({ id: tenant.id, slug: tenant.slug, name: tenant.name, kind: tenant.kind, role: member.role })
      .from(tenant)
      .innerJoin(member, and(eq(member.tenantId, tenant.id), eq(member.userId, userId)))
      .orderBy(asc(tenant.name), asc(tenant.id)),
  );
}
