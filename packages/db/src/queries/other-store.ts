import { ne } from "drizzle-orm";
import { store } from "../schema/store.ts";
import type { SystemDb } from "../system-db.ts";

/** Some store of some other tenant: only for the planted bug that the checker must find. */
export async function otherStore(
  system: SystemDb,
  tenantId: string,
): Promise<{ tenantId: string; storeId: string } | null> {
  const [row] = await system.sql
    .select({ tenantId: store.tenantId, storeId: store.id })
    .from(store)
    .where(ne(store.tenantId, tenantId))
    .orderBy(store.id)
    .limit(1);
  return row ?? null;
}
