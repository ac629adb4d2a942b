import type { Instant } from "@heed/core/time";
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "../client.ts";
import { tenant } from "../schema/tenant.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";

/** Erases workspaces whose seven days of grace are over, with all that belongs to them. @returns how many */
export async function eraseDeletedWorkspaces(db: Db, system: SystemDb, now: Instant): Promise<number> {
  const due = await system.sql.select({ id: tenant.id }).from(tenant).where(lte(tenant.eraseAt, now));
  let erased = 0;
  for (const { id } of due) {
    // Asked again in the workspace: its owner may have restored it a moment ago.
    const rows = await withTenant(db, systemAccess(id), (tx) =>
      tx.sql
        .delete(tenant)
        .where(and(eq(tenant.id, id), lte(tenant.eraseAt, now)))
        .returning({ id: tenant.id }),
    );
    erased += rows.length;
  }
  return erased;
}
