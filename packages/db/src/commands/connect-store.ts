import { AppError } from "@heed/core/errors";
import { marketplaceById, type Region } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { requireRoomFor } from "../queries/require-entitlement.ts";
import { store, storeCredential, storeMarketplace, tokenCache } from "../schema/store.ts";
import { type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendEvents, appendLive } from "./append-outbox.ts";
import { beginChecks } from "./heartbeat.ts";
import { makeAddresses } from "./make-addresses.ts";
import { cancelStoreJob, scheduleStoreJob } from "./store-job.ts";

export interface ConnectedMarketplace {
  readonly marketplaceId: string;
  readonly storeName: string;
  readonly participating: boolean;
  /** Such as `www.amazon.de`. */
  readonly domain?: string;
}

export interface ConnectInput {
  readonly region: Region;
  readonly sellerId: string;
  readonly tokens: { readonly refreshToken: string; readonly accessToken: string; readonly expiresAt: Instant };
  /** As the Sellers API tells them. */
  readonly marketplaces: readonly ConnectedMarketplace[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

export interface Connected {
  readonly storeId: string;
  readonly kind: "connected" | "authorised_again";
}

/** The first sync comes at once by its event; this is for when the event is lost. */
const SYNC_LEASE = { minutes: 30 };
/** Amazon wants the permission renewed once a year (DOMAIN §2.7); the first reminder comes a month before. */
export const AUTHORISATION_LIVES = { hours: 24 * 365 };
const REMIND_BEFORE = { hours: 24 * 30 };

/**
 * Connects an Amazon account to the workspace, or renews the permission of one that is here. A new store begins with its
 * cut-over at this instant and in dry run. An account belongs to one workspace, over all tenants.
 * @throws AppError CONFLICT with `details.reason` = "other_workspace"; PRECONDITION_FAILED "no_marketplace";
 *   PAYMENT_REQUIRED "plan" where the plan has no room for one more: renewing a permission never asks for room
 */
export async function connectStore(tx: TenantDb, input: ConnectInput): Promise<Connected> {
  const marketplaces = shopsOf(input);
  if (marketplaces.length === 0) {
    throw new AppError("PRECONDITION_FAILED", "This account sells in none of Amazon's marketplaces of the region.", {
      details: { reason: "no_marketplace" },
    });
  }
  const known = await knownStore(tx, input);
  if (known === null || known.authorisation === "disconnected") await requireRoomFor(tx, "stores", input);
  const storeId = known?.id ?? (await insertStore(tx, input, marketplaces));
  await renew(tx, storeId, input);
  await putMarketplaces(tx, storeId, marketplaces);
  await beginChecks(tx, { storeId, now: input.now });
  await makeAddresses(tx, { storeId, marketplaceIds: marketplaces.map(({ marketplaceId }) => marketplaceId) });
  const kind = known === null ? "connected" : "authorised_again";
  const after = { region: input.region, marketplaces: marketplaces.map(({ marketplaceId }) => marketplaceId) };
  await appendAudit(tx, { now: input.now, act: `store.${kind}`, subject: `store:${storeId}`, after });
  await appendEvents(tx, [{ name: "store/sync", data: { tenantId: tx.tenantId, storeId } }], input.now);
  await appendLive(tx, ["stores"], input.now);
  return { storeId, kind };
}

/** Accounts also list Amazon's test shops and sales elsewhere, at other domains (Sellers API, 2026-11-25). */
const AMAZON_SHOP = /^www\.amazon\.[a-z]{2,3}(\.[a-z]{2})?$/;

/** The region's marketplaces where the account sells; one that we do not know yet is kept as well, behind those we know. */
function shopsOf({ marketplaces, region }: ConnectInput): readonly ConnectedMarketplace[] {
  const selling = marketplaces.filter(({ participating }) => participating);
  const isUnknown = ({ marketplaceId }: ConnectedMarketplace) => marketplaceById(marketplaceId) === null;
  return [
    ...selling.filter(({ marketplaceId }) => marketplaceById(marketplaceId)?.region === region),
    ...selling.filter((one) => isUnknown(one) && AMAZON_SHOP.test(one.domain ?? "")),
  ];
}

async function knownStore(tx: TenantDb, { region, sellerId }: ConnectInput) {
  const [row] = await tx.sql
    .select({ id: store.id, authorisation: store.authorisation })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.region, region), eq(store.sellerId, sellerId)))
    .for("update");
  return row ?? null;
}

async function insertStore(
  tx: TenantDb,
  { region, sellerId, now }: ConnectInput,
  marketplaces: readonly ConnectedMarketplace[],
): Promise<string> {
  const name = marketplaces.find(({ storeName }) => storeName.trim() !== "")?.storeName.trim() ?? sellerId;
  const [row] = await tx.sql
    .insert(store)
    .values({ tenantId: tx.tenantId, name, region, sellerId, cutOverAt: now, dryRun: true, createdAt: now })
    .onConflictDoNothing({ target: [store.region, store.sellerId] })
    .returning({ id: store.id });
  // The row that is in the way belongs to a workspace that this transaction cannot see.
  if (row === undefined) throw otherWorkspace();
  return row.id;
}

function otherWorkspace(): AppError {
  return new AppError("CONFLICT", "This Amazon account is connected to another workspace.", {
    details: { reason: "other_workspace" },
  });
}

async function renew(tx: TenantDb, storeId: string, { tokens, ring, now }: ConnectInput): Promise<void> {
  const { tenantId } = tx;
  await tx.sql
    .update(store)
    .set({ authorisation: "active", disconnectedAt: null, purgeAt: null, nextSyncAt: now.add(SYNC_LEASE) })
    .where(and(eq(store.tenantId, tenantId), eq(store.id, storeId)));
  const row = { tenantId, rowId: storeId };
  const refreshToken = seal(ring, { table: "store_credential", column: "refresh_token", ...row }, tokens.refreshToken);
  await tx.sql
    .insert(storeCredential)
    .values({ tenantId, storeId, refreshToken, authorisedAt: now })
    .onConflictDoUpdate({
      target: [storeCredential.tenantId, storeCredential.storeId],
      set: { refreshToken, authorisedAt: now },
    });
  const accessToken = seal(ring, { table: "token_cache", column: "access_token", ...row }, tokens.accessToken);
  const { expiresAt } = tokens;
  await tx.sql
    .insert(tokenCache)
    .values({ tenantId, storeId, accessToken, expiresAt })
    .onConflictDoUpdate({ target: [tokenCache.tenantId, tokenCache.storeId], set: { accessToken, expiresAt } });
  const remindAt = now.add(AUTHORISATION_LIVES).subtract(REMIND_BEFORE);
  await scheduleStoreJob(tx, { kind: "authorisation_expiring", storeId, runAt: remindAt });
  await cancelStoreJob(tx, { kind: "purge_store", storeId });
  await cancelStoreJob(tx, { kind: "tell_disconnected", storeId });
  await cancelStoreJob(tx, { kind: "end_subscription", storeId });
}

async function putMarketplaces(
  tx: TenantDb,
  storeId: string,
  marketplaces: readonly ConnectedMarketplace[],
): Promise<void> {
  await tx.sql
    .insert(storeMarketplace)
    .values(marketplaces.map(({ marketplaceId }) => ({ tenantId: tx.tenantId, storeId, marketplaceId })))
    .onConflictDoNothing();
}
