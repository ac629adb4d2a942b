import { eq } from "drizzle-orm";
import { ownerEmails } from "../identity/member-emails.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/** To whom a mail about money goes, and about which workspace. */
export interface BillingTidings {
  readonly workspace: string;
  readonly slug: string;
  readonly to: readonly string[];
}

/** Null where the workspace is gone. */
export async function billingTidings(tx: TenantDb): Promise<BillingTidings | null> {
  const [row] = await tx.sql
    .select({ workspace: tenant.name, slug: tenant.slug })
    .from(tenant)
    .where(eq(tenant.id, tx.tenantId));
  return row === undefined ? null : { ...row, to: await ownerEmails(tx) };
}
