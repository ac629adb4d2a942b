import type { StoreScope } from "@heed/core/tenant/limits";
import type { Role } from "@heed/core/tenant/role";
import { sql } from "drizzle-orm";
import type { Db, Transaction } from "./client.ts";
import { withoutValues } from "./database-error.ts";

declare const tenantBrand: unique symbol;
declare const accessBrand: unique symbol;
declare const dbBrand: unique symbol;

export type TenantId = string & { readonly [tenantBrand]: true };

/**
 * Who may do what in which tenant, after it was checked. Minted in two places only: `resolveAccess` (a person)
 * and `systemAccess` (our own work); a check counts the casts.
 */
export interface Access {
  readonly tenantId: TenantId;
  readonly userId: string | null;
  readonly role: Role;
  readonly stores: StoreScope;
  readonly via: "member" | "grant" | "system";
  /** The agency whose person this is, where the way in is a grant. */
  readonly agency: { readonly id: string; readonly name: string } | null;
  /** Part of the network address of the request, for the audit log. */
  readonly network: string | null;
  readonly [accessBrand]: true;
}

/** A transaction in which row-level security shows one tenant; the only thing that queries and commands take. */
export interface TenantDb {
  readonly tenantId: TenantId;
  readonly access: Access;
  readonly sql: Transaction;
  readonly [dbBrand]: true;
}

/**
 * Runs `fn` in one transaction of the tenant. A failure of the database comes out as an AppError without the
 * values of the statement: CONFLICT for a broken unique key, else INTERNAL, retryable where a repeat may help.
 */
export async function withTenant<T>(db: Db, access: Access, fn: (tx: TenantDb) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(async (transaction) => {
      await transaction.execute(settings(access));
      return fn({ tenantId: access.tenantId, access, sql: transaction } as TenantDb);
    });
  } catch (error) {
    throw withoutValues(error);
  }
}

/** Local to the transaction: a pooled connection keeps `''` afterwards, which every policy reads as nobody. */
function settings(access: Access) {
  const stores = access.stores === "all" ? "" : `{${access.stores.join(",")}}`;
  return sql`select set_config('app.tenant_id', ${access.tenantId}, true),
    set_config('app.user_id', ${access.userId ?? ""}, true), set_config('app.store_ids', ${stores}, true),
    set_config('app.system', ${access.via === "system" ? "on" : ""}, true)`;
}
