import { and, asc, eq, ne } from "drizzle-orm";
import { senderDomain } from "../schema/sender.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

export type SenderDomain = typeof senderDomain.$inferSelect;

/** The tenant's own domains, oldest first. */
export function listDomains(tx: TenantDb): Promise<SenderDomain[]> {
  return tx.sql
    .select()
    .from(senderDomain)
    .where(and(eq(senderDomain.tenantId, tx.tenantId), ne(senderDomain.state, "leaving")))
    .orderBy(asc(senderDomain.createdAt), asc(senderDomain.id));
}

export async function loadDomain(tx: TenantDb, domainId: string): Promise<SenderDomain | null> {
  const [row] = await tx.sql
    .select()
    .from(senderDomain)
    .where(and(eq(senderDomain.tenantId, tx.tenantId), eq(senderDomain.id, domainId)));
  return row ?? null;
}

/** The domain that a store's e-mails go out from, where it is the tenant's own and verified; null: the service's. */
export async function ownDomainOf(tx: TenantDb, storeId: string): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.sql
    .select({ id: senderDomain.id, name: senderDomain.name })
    .from(store)
    .innerJoin(senderDomain, and(eq(senderDomain.tenantId, store.tenantId), eq(senderDomain.id, store.senderDomainId)))
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), eq(senderDomain.state, "verified")));
  return row ?? null;
}

/** The own domain of each store that has one, by store. */
export async function ownDomains(tx: TenantDb): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql
    .select({ storeId: store.id, name: senderDomain.name })
    .from(store)
    .innerJoin(senderDomain, and(eq(senderDomain.tenantId, store.tenantId), eq(senderDomain.id, store.senderDomainId)))
    .where(and(eq(store.tenantId, tx.tenantId), eq(senderDomain.state, "verified")));
  return new Map(rows.map(({ storeId, name }) => [storeId, name]));
}
