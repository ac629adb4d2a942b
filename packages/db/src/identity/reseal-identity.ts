import { eq, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { oldSeal, resealed } from "../commands/reseal.ts";
import { authenticator } from "../schema/identity.ts";
import type { KeyRing } from "../seal.ts";

/** Secrets of second factors, sealed for their person. @returns how many were sealed again */
export async function resealAuthenticators(db: Db, ring: KeyRing): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: authenticator.id, userId: authenticator.userId, secret: authenticator.secret })
      .from(authenticator)
      .where(oldSeal(ring, "secret"))
      .for("update");
    for (const { id, userId, secret } of rows) {
      if (secret === null) continue;
      const context = { table: "authenticator", column: "secret", tenantId: userId, rowId: id };
      await tx
        .update(authenticator)
        .set({ secret: resealed(ring, context, secret) })
        .where(eq(authenticator.id, id));
    }
    return rows.length;
  });
}

/** Every workspace there is, for work of our own that goes through all of them. */
export async function allTenantIds(system: { readonly sql: Db }): Promise<readonly string[]> {
  const rows = await system.sql.execute<{ id: string }>(sql`select id from tenant order by id`);
  return rows.map(({ id }) => id);
}
