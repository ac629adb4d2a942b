import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { storeCredential, tokenCache } from "../schema/store.ts";
import { type KeyRing, open, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface TokenUse {
  readonly storeId: string;
  readonly now: Instant;
  /** A stored token is handed out only while it stays valid for this long. */
  readonly marginSeconds: number;
  /** A token that Amazon has just refused. */
  readonly rejected: string | null;
  readonly ring: KeyRing;
}

export interface FreshToken {
  readonly accessToken: string;
  readonly expiresAt: Instant;
}

/**
 * The access token of a store. Of many callers in many processes one refreshes: the others wait for the lock of the
 * store's credential row and then find the new token. An error of `refresh` passes through and stores nothing.
 */
export async function withAccessToken(
  tx: TenantDb,
  use: TokenUse,
  refresh: () => Promise<FreshToken>,
): Promise<string> {
  const before = await cachedToken(tx, use);
  if (before !== null) return before;
  await tx.sql
    .select({ storeId: storeCredential.storeId })
    .from(storeCredential)
    .where(and(eq(storeCredential.tenantId, tx.tenantId), eq(storeCredential.storeId, use.storeId)))
    .for("update");
  const meanwhile = await cachedToken(tx, use);
  if (meanwhile !== null) return meanwhile;
  const fresh = await refresh();
  const accessToken = seal(use.ring, tokenContext(tx, use.storeId), fresh.accessToken);
  await tx.sql
    .insert(tokenCache)
    .values({ tenantId: tx.tenantId, storeId: use.storeId, accessToken, expiresAt: fresh.expiresAt })
    .onConflictDoUpdate({
      target: [tokenCache.tenantId, tokenCache.storeId],
      set: { accessToken, expiresAt: fresh.expiresAt, refreshes: sql`${tokenCache.refreshes} + 1` },
    });
  return fresh.accessToken;
}

async function cachedToken(
  tx: TenantDb,
  { storeId, now, marginSeconds, rejected, ring }: TokenUse,
): Promise<string | null> {
  const [row] = await tx.sql
    .select({ accessToken: tokenCache.accessToken, expiresAt: tokenCache.expiresAt })
    .from(tokenCache)
    .where(and(eq(tokenCache.tenantId, tx.tenantId), eq(tokenCache.storeId, storeId)));
  if (row === undefined) return null;
  if (row.expiresAt.epochMilliseconds < now.epochMilliseconds + marginSeconds * 1000) return null;
  const token = open(ring, tokenContext(tx, storeId), row.accessToken);
  return token === rejected ? null : token;
}

function tokenContext(tx: TenantDb, storeId: string) {
  return { table: "token_cache", column: "access_token", tenantId: tx.tenantId, rowId: storeId };
}
