import type { Region } from "@heed/core/marketplace/marketplaces";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { secretHash } from "../random-token.ts";
import { storeAuthorisation } from "../schema/connect.ts";
import type { TenantDb } from "../tenant-db.ts";
import type { ReturnTo } from "./begin-authorisation.ts";

export interface ParsedState {
  readonly slug: string;
  readonly secret: string;
}

const STATE = /^([a-z0-9-]{1,64})\.([\w-]{43})$/;

/** Null for what we never made. */
export function parseState(state: string | null): ParsedState | null {
  const [, slug, secret] = STATE.exec(state ?? "") ?? [];
  return slug === undefined || secret === undefined ? null : { slug, secret };
}

export interface TakenAuthorisation {
  readonly region: Region;
  readonly storeId: string | null;
  readonly sellerId: string | null;
  readonly returnTo: ReturnTo;
}

export type Taken =
  | ({ readonly kind: "taken" } & TakenAuthorisation)
  | { readonly kind: "unknown" | "used" | "expired" | "other_session" };

/**
 * Takes a state back from the browser. It works once, whoever brings it: the first try marks it, also a wrong one.
 *
 * | state                                     | answer         |
 * |-------------------------------------------|----------------|
 * | not made in this workspace, or swept      | unknown        |
 * | brought before                            | used           |
 * | by another session or another person      | other_session  |
 * | after its quarter of an hour              | expired        |
 */
export async function takeAuthorisation(
  tx: TenantDb,
  by: { readonly secret: string; readonly sessionId: string; readonly userId: string; readonly now: Instant },
): Promise<Taken> {
  const here = and(
    eq(storeAuthorisation.tenantId, tx.tenantId),
    eq(storeAuthorisation.stateHash, secretHash(by.secret)),
  );
  const [row] = await tx.sql
    .update(storeAuthorisation)
    .set({ usedAt: by.now })
    .where(and(here, isNull(storeAuthorisation.usedAt)))
    .returning();
  if (row === undefined) {
    const seen = await tx.sql.select({ id: storeAuthorisation.id }).from(storeAuthorisation).where(here);
    return { kind: seen.length > 0 ? "used" : "unknown" };
  }
  if (row.sessionId !== by.sessionId || row.userId !== by.userId) return { kind: "other_session" };
  if (Temporal.Instant.compare(row.expiresAt, by.now) <= 0) return { kind: "expired" };
  const { region, storeId, sellerId, returnTo } = row;
  return { kind: "taken", region, storeId, sellerId, returnTo };
}
