import { sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { type KeyRing, openBytes, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

/*
 * Changing the key, without a pause:
 *   1. HEED_KEYS gets the new key beside the old one and names it active; processes are restarted one by one.
 *      New values are sealed with it, old ones open with the old key.
 *   2. `heed rotate-keys` seals the old values again, some rows at a time, while everything runs.
 *   3. The old key stays for looking buyers up, or leaves the ring when no refusal is kept under it any more.
 */
export const RESEAL_BATCH = 200;

interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The column whose value the seal is bound to. */
  readonly id: string;
}

/** Every sealed column of a tenant's tables. */
export const SEALED_PLACES: readonly SealedPlace[] = [
  { table: "order", column: "alias", id: "id" },
  { table: "inbound_mail", column: "raw", id: "id" },
  { table: "store_credential", column: "refresh_token", id: "store_id" },
  { table: "token_cache", column: "access_token", id: "store_id" },
  { table: "typed_content", column: "text", id: "message_id" },
  { table: "attachment", column: "content", id: "id" },
];

/**
 * Seals up to a batch of one place again with the active key. Rows that somebody holds are left for the next turn.
 * @returns how many it did; fewer than the batch means that no other row is waiting
 */
export async function resealBatch(
  tx: TenantDb,
  ring: KeyRing,
  place: SealedPlace,
): Promise<{ done: number; whole: boolean }> {
  const rows = await tx.sql.execute<{ id: string; value: string }>(sql`
    select ${sql.identifier(place.id)} as id, ${sql.identifier(place.column)} as value
    from ${sql.identifier(place.table)}
    where tenant_id = ${tx.tenantId} and ${oldSeal(ring, place.column)}
    limit ${RESEAL_BATCH} for update skip locked`);
  for (const { id, value } of rows) {
    const context = { table: place.table, column: place.column, tenantId: tx.tenantId, rowId: id };
    const again = resealed(ring, context, value);
    await tx.sql.execute(sql`
      update ${sql.identifier(place.table)} set ${sql.identifier(place.column)} = ${again}
      where tenant_id = ${tx.tenantId} and ${sql.identifier(place.id)} = ${id}`);
  }
  return { done: rows.length, whole: rows.length < RESEAL_BATCH };
}

/** Sealed with another key than the active one; the id of a key stands in the value. */
export const oldSeal = (ring: KeyRing, column: string) =>
  sql`${sql.identifier(column)} is not null and not starts_with(${sql.identifier(column)}, ${`v1.${ring.active}.`})`;

export const resealed = (ring: KeyRing, context: Parameters<typeof openBytes>[1], value: string): string =>
  seal(ring, context, openBytes(ring, context, value));

/** What is left under other keys than the active one. */
export async function countOldSeals(tx: TenantDb, ring: KeyRing): Promise<number> {
  const counts = await Promise.all(
    SEALED_PLACES.map((place) => countOf(tx.sql, { ...place, tenantId: tx.tenantId, ring })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

interface CountOf extends SealedPlace {
  readonly tenantId: string;
  readonly ring: KeyRing;
}

async function countOf(tx: Transaction, { table, column, tenantId, ring }: CountOf): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*) as n from ${sql.identifier(table)} where tenant_id = ${tenantId} and ${oldSeal(ring, column)}`);
  return row?.n ?? 0;
}
