import type { Db } from "../client.ts";
import { countOldSeals, resealBatch, SEALED_PLACES } from "../commands/reseal.ts";
import type { KeyRing } from "../seal.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";
import { allTenantIds, resealAuthenticators } from "./reseal-identity.ts";

export interface RotateInput {
  readonly db: Db;
  readonly system: SystemDb;
  readonly ring: KeyRing;
}

export interface Rotated {
  /** A workspace, or "accounts" for second factors. */
  readonly of: string;
  readonly resealed: number;
  /** Still under another key: held by others meanwhile; the next run takes them. */
  readonly left: number;
}

/** Seals everything again with the active key, workspace by workspace, in short transactions. */
export async function* rotateKeys({ db, system, ring }: RotateInput): AsyncGenerator<Rotated> {
  yield { of: "accounts", resealed: await resealAuthenticators(db, ring), left: 0 };
  for (const tenantId of await allTenantIds(system)) {
    const access = systemAccess(tenantId);
    let resealed = 0;
    for (const place of SEALED_PLACES) {
      for (let whole = false; !whole; ) {
        const batch = await withTenant(db, access, (tx) => resealBatch(tx, ring, place));
        resealed += batch.done;
        whole = batch.whole;
      }
    }
    const left = await withTenant(db, access, (tx) => countOldSeals(tx, ring));
    if (resealed + left > 0) yield { of: tenantId, resealed, left };
  }
}
