import { AppError } from "@heed/core/errors";
import type { Region } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { and, eq, lt } from "drizzle-orm";
import { randomSecret, secretHash } from "../random-token.ts";
import { storeAuthorisation } from "../schema/connect.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";

export type ReturnTo = "stores" | "onboarding";

export interface BeginInput {
  /** Slug of the workspace: with the secret it makes the state, so that the way back needs no look-up over tenants. */
  readonly slug: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly region: Region;
  /** The store to authorise again; null for a new one. */
  readonly storeId: string | null;
  /** The account with which Amazon's Appstore began; null where the seller chooses at Amazon. */
  readonly sellerId: string | null;
  readonly returnTo: ReturnTo;
  readonly now: Instant;
}

/** Long enough to sign in at Amazon with a second factor, short enough for a state. */
const STATE_LIVES = { minutes: 15 };

/** Notes which session waits for a consent. @returns the state for Amazon, known in clear to the browser only */
export async function beginAuthorisation(tx: TenantDb, input: BeginInput): Promise<string> {
  const { slug, sessionId, userId, region, storeId, returnTo, now } = input;
  const sellerId = storeId === null ? input.sellerId : await sellerOf(tx, storeId);
  const secret = randomSecret();
  await tx.sql
    .delete(storeAuthorisation)
    .where(and(eq(storeAuthorisation.tenantId, tx.tenantId), lt(storeAuthorisation.expiresAt, now)));
  const row = { tenantId: tx.tenantId, sessionId, userId, region, storeId, sellerId, returnTo };
  await tx.sql
    .insert(storeAuthorisation)
    .values({ ...row, stateHash: secretHash(secret), createdAt: now, expiresAt: now.add(STATE_LIVES) });
  const subject = storeId === null ? "store:new" : `store:${storeId}`;
  await appendAudit(tx, { now, act: "store.authorisation_begun", subject, after: { region } });
  return `${slug}.${secret}`;
}

async function sellerOf(tx: TenantDb, storeId: string): Promise<string> {
  const [row] = await tx.sql
    .select({ sellerId: store.sellerId })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "This store does not exist here.");
  return row.sellerId;
}
