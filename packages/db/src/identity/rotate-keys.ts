import type { Db } from "../client.ts";
import { countOldSeals, resealBatch, SEALED_PLACES } from "../commands/reseal.ts";
import type { KeyRing } from "../seal.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";
import { allTenantIds, countOwnOldSeals, OWN_PLACES, resealOwnBatch } from "./reseal-identity.ts";

export interface RotateInput {
  readonly db: Db;
  readonly system: SystemDb;
  readonly ring: KeyRing;
}

export interface Rotated {
  /** A workspace; "accounts" for second factors, "application" for the secrets that Amazon gave us. */
  readonly of: string;
  readonly resealed: number;
  /** Still under another key: held by others meanwhile; the next run takes them. */
  readonly left: number;
}

/** Seals everything again with the active key, workspace by workspace, in short transactions. */
export async function* rotateKeys({ db, system, ring }: RotateInput): AsyncGenerator<Rotated> {
  for (const place of OWN_PLACES) {
    const login = place.login === "db" ? db : system.sql;
    const done = await toTheEnd(() => resealOwnBatch(login, ring, place));
    yield { of: place.of, resealed: done, left: await countOwnOldSeals(login, ring, place) };
  }
  for (const tenantId of await allTenantIds(system)) {
    const access = systemAccess(tenantId);
    let done = 0;
    for (const place of SEALED_PLACES) {
      done += await toTheEnd(() => withTenant(db, access, (tx) => resealBatch(tx, ring, place)));
    }
    const left = await withTenant(db, access, (tx) => countOldSeals(tx, ring));
    if (done + left > 0) yield { of: tenantId, resealed: done, left };
  }
}

/** Batch after batch, each a transaction of its own, so that nobody waits long for a row. */
async function toTheEnd(next: () => Promise<{ done: number; whole: boolean }>): Promise<number> {
  let sum = 0;
  for (let whole = false; !whole; ) {
    const batch = await next();
    sum += batch.done;
    whole = batch.whole;
  }
  return sum;
}
