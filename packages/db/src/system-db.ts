import { closeDb, type Db, openDb } from "./client.ts";
import type { Access } from "./tenant-db.ts";

declare const systemBrand: unique symbol;

/**
 * The login `heed_system`: reads a few columns across tenants (fan-out, outbox, look-up of addresses), granted one by
 * one in the migrations. It decides whose turn it is; the work itself is done in `withTenant`.
 */
export interface SystemDb {
  readonly sql: Db;
  readonly [systemBrand]: true;
}

export function openSystemDb(url: string, options: { readonly max?: number } = {}): SystemDb {
  return { sql: openDb(url, { max: options.max ?? 4 }) } as SystemDb;
}

export const closeSystemDb = (db: SystemDb): Promise<void> => closeDb(db.sql);

/** Access of our own processes to one tenant: all stores, no person. Never made from a request. */
export function systemAccess(tenantId: string): Access {
  const nobody = { userId: null, agency: null, network: null };
  return { tenantId, role: "owner", stores: "all", via: "system", ...nobody } as Access;
}
