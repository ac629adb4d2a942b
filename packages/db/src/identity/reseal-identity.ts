import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { oldSeal, RESEAL_BATCH, resealed } from "../commands/reseal.ts";
import type { KeyRing } from "../seal.ts";

/** A sealed column outside of every workspace; `tenant` and `row` are what its values are bound to. */
interface OwnPlace {
  readonly of: string;
  readonly table: string;
  readonly column: string;
  /** The login that may read and change the table. */
  readonly login: "db" | "system";
  readonly tenant: SQL;
  readonly row: SQL;
}

/** Second factors, sealed for their person; secrets that Amazon gave our application, sealed for its client id. */
export const OWN_PLACES: readonly OwnPlace[] = [
  {
    of: "accounts",
    table: "authenticator",
    column: "secret",
    login: "db",
    tenant: sql`user_id::text`,
    row: sql`id::text`,
  },
  {
    of: "application",
    table: "application_secret",
    column: "secret",
    login: "system",
    tenant: sql`'application'`,
    row: sql`client_id`,
  },
];

interface OwnRow extends Record<string, unknown> {
  readonly id: string;
  readonly value: string;
  readonly tenant: string;
  readonly row: string;
}

/** Seals up to a batch again. Rows that somebody holds are left for the next turn; `whole`: no other is waiting. */
export function resealOwnBatch(db: Db, ring: KeyRing, place: OwnPlace): Promise<{ done: number; whole: boolean }> {
  const [table, column] = [sql.identifier(place.table), sql.identifier(place.column)];
  return db.transaction(async (tx) => {
    const rows = await tx.execute<OwnRow>(sql`
      select id, ${column} as value, ${place.tenant} as tenant, ${place.row} as row
      from ${table} where ${oldSeal(ring, place.column)}
      limit ${RESEAL_BATCH} for update skip locked`);
    for (const { id, value, tenant, row } of rows) {
      const context = { table: place.table, column: place.column, tenantId: tenant, rowId: row };
      await tx.execute(sql`update ${table} set ${column} = ${resealed(ring, context, value)} where id = ${id}`);
    }
    return { done: rows.length, whole: rows.length < RESEAL_BATCH };
  });
}

export async function countOwnOldSeals(db: Db, ring: KeyRing, { table, column }: OwnPlace): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)} where ${oldSeal(ring, column)}`,
  );
  return row?.n ?? 0;
}

/** Every workspace there is, for work of our own that goes through all of them. */
export async function allTenantIds(system: { readonly sql: Db }): Promise<readonly string[]> {
  const rows = await system.sql.execute<{ id: string }>(sql`select id from tenant order by id`);
  return rows.map(({ id }) => id);
}
