import { sql } from "drizzle-orm";
import type { Db, Transaction } from "../client.ts";
import { withoutValues } from "../database-error.ts";

/** A transaction that shows what a person is a member of, in every workspace; no other row of a tenant. */
export async function asUser<T>(db: Db, userId: string, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.tenant_id', '', true), set_config('app.user_id', ${userId}, true),
        set_config('app.system', '', true), set_config('app.token', '', true)`);
      return fn(tx);
    });
  } catch (error) {
    throw withoutValues(error);
  }
}
