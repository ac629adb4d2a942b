import { AppError } from "@heed/core/errors";
import postgres from "postgres";
import type { Instance } from "./instance.ts";

export interface StorePlace {
  readonly tenantId: string;
  readonly storeId: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The store of this id, or all connected stores. Throws NOT_FOUND. */
export async function findStores({ databases }: Instance, id: string | undefined): Promise<readonly StorePlace[]> {
  if (id !== undefined && !UUID.test(id)) throw unknownStore(id);
  const sql = postgres(databases.DATABASE_SYSTEM_URL, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql<StorePlace[]>`
      select tenant_id as "tenantId", id as "storeId" from store
      where ${id === undefined ? sql`authorisation = 'active'` : sql`id = ${id}`}
      order by id`;
    if (found.length === 0 && id !== undefined) throw unknownStore(id);
    return found;
  } finally {
    await sql.end();
  }
}

function unknownStore(id: string): AppError {
  return new AppError(
    "NOT_FOUND",
    `There is no store ${id}. The id stands in the address of the store's pages: /s/<id>/`,
  );
}
