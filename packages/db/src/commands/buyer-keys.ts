import { normalizeAlias } from "@heed/core/suppression/alias";
import { and, eq, inArray } from "drizzle-orm";
import { suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { type BuyerKey, buyerKeys, type KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface BuyerKeysInput {
  readonly storeId: string;
  readonly ring: KeyRing;
  readonly aliases: readonly string[];
}

/**
 * The key of each buyer by normalised alias. A buyer whom the store knows by a retired key of the ring keeps that one:
 * a refusal of then still meets the orders of now, by one comparison everywhere.
 */
export async function buyerKeysOf(tx: TenantDb, input: BuyerKeysInput): Promise<Map<string, BuyerKey>> {
  const aliases = [...new Set(input.aliases.map(normalizeAlias))];
  const candidates = aliases.map((alias) => ({ alias, keys: buyerKeys(input.ring, tx.tenantId, alias) }));
  const retired = candidates.flatMap(({ keys }) => keys.slice(1).map(({ key }) => key));
  const known = retired.length === 0 ? NOBODY : await knownKeys(tx, input.storeId, retired);
  return new Map(candidates.flatMap(({ alias, keys }) => entry(alias, keys, known)));
}

interface Known {
  readonly suppressed: ReadonlySet<string>;
  readonly ordered: ReadonlySet<string>;
}

const NOBODY: Known = { suppressed: new Set(), ordered: new Set() };

function entry(alias: string, keys: readonly BuyerKey[], known: Known): [string, BuyerKey][] {
  const isIn = (set: ReadonlySet<string>) => keys.find(({ key }) => set.has(hex(key)));
  const chosen = isIn(known.suppressed) ?? isIn(known.ordered) ?? keys[0];
  return chosen === undefined ? [] : [[alias, chosen]];
}

async function knownKeys(tx: TenantDb, storeId: string, keys: Uint8Array[]): Promise<Known> {
  const refused = await tx.sql
    .selectDistinct({ key: suppression.buyerKey })
    .from(suppression)
    .where(
      and(eq(suppression.tenantId, tx.tenantId), eq(suppression.storeId, storeId), inArray(suppression.buyerKey, keys)),
    );
  const ordered = await tx.sql
    .selectDistinct({ key: order.buyerKey })
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.buyerKey, keys)));
  return {
    suppressed: new Set(refused.map(({ key }) => hex(key))),
    ordered: new Set(ordered.flatMap(({ key }) => (key === null ? [] : [hex(key)]))),
  };
}

/** Bytes as a key of maps and sets. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
