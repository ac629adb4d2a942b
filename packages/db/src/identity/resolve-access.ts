import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { member, tenant } from "../schema/tenant.ts";
import type { Access } from "../tenant-db.ts";
import { asUser } from "./as-user.ts";

export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: "seller" | "agency";
}

export interface ResolvedAccess {
  readonly access: Access;
  readonly workspace: Workspace;
}

export interface AccessQuestion {
  readonly userId: string;
  readonly slug: string;
  /** For the audit log. */
  readonly network?: string | null;
}

/** What a signed-in person may do in the workspace of that slug; null when it does not exist for this person. */
export async function resolveAccess(db: Db, ask: AccessQuestion): Promise<ResolvedAccess | null> {
  const [row] = await asUser(db, ask.userId, (tx) =>
    tx
      .select({
        workspace: { id: tenant.id, slug: tenant.slug, name: tenant.name, kind: tenant.kind },
        role: member.role,
        storeIds: member.storeIds,
      })
      .from(tenant)
      .innerJoin(member, and(eq(member.tenantId, tenant.id), eq(member.userId, ask.userId)))
      .where(eq(tenant.slug, ask.slug)),
  );
  if (row === undefined) return null;
  const { workspace, role, storeIds } = row;
  const access = {
    tenantId: workspace.id,
    userId: ask.userId,
    role,
    stores: storeIds ?? "all",
    via: "member",
    agency: null,
    network: ask.network ?? null,
  } as Access;
  return { access, workspace };
}
