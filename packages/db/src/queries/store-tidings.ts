import type { Instant } from "@heed/core/time";
import { and, desc, eq } from "drizzle-orm";
import { adminEmails, memberEmails } from "../identity/member-emails.ts";
import { store, storeCredential } from "../schema/store.ts";
import { auditEntry, tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/** What a mail about a store says, and to whom it goes. */
export interface StoreTidings {
  readonly store: string;
  readonly workspace: string;
  readonly slug: string;
  readonly authorisation: "active" | "revoked" | "disconnected";
  readonly purgeAt: Instant | null;
  readonly authorisedAt: Instant | null;
  /** The member who disconnected it last. */
  readonly disconnectedBy: string | null;
  /** Owners and admins. */
  readonly to: readonly string[];
}

/** Null where the store is gone. */
export async function storeTidings(tx: TenantDb, storeId: string): Promise<StoreTidings | null> {
  const [row] = await tx.sql
    .select({
      store: store.name,
      workspace: tenant.name,
      slug: tenant.slug,
      authorisation: store.authorisation,
      purgeAt: store.purgeAt,
      authorisedAt: storeCredential.authorisedAt,
    })
    .from(store)
    .innerJoin(tenant, eq(tenant.id, store.tenantId))
    .leftJoin(storeCredential, and(eq(storeCredential.tenantId, store.tenantId), eq(storeCredential.storeId, store.id)))
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (row === undefined) return null;
  return { ...row, disconnectedBy: await disconnectedBy(tx, storeId), to: await adminEmails(tx) };
}

async function disconnectedBy(tx: TenantDb, storeId: string): Promise<string | null> {
  const [row] = await tx.sql
    .select({ userId: auditEntry.userId })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.tenantId, tx.tenantId),
        eq(auditEntry.act, "store.disconnected"),
        eq(auditEntry.subject, `store:${storeId}`),
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(1);
  const userId = row?.userId ?? null;
  return userId === null ? null : ((await memberEmails(tx, [userId])).get(userId) ?? null);
}
