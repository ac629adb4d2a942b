import { AppError } from "@heed/core/errors";
import type { EmailLane, StoreFacts } from "@heed/core/policy/facts";
import { and, eq } from "drizzle-orm";
import { store, storeMarketplace } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { brakeFacts } from "./brakes.ts";

/**
 * The store's settings as rules see them, with the brakes that are on. A workspace on pause pauses its stores.
 * @throws AppError NOT_FOUND
 */
export async function storeFacts(tx: TenantDb, storeId: string): Promise<StoreFacts> {
  const [row] = await tx.sql
    .select({ store, tenantPaused: tenant.paused })
    .from(store)
    .innerJoin(tenant, eq(tenant.id, store.tenantId))
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such store.");
  const { store: s, tenantPaused } = row;
  const brakes = await brakeFacts(tx, storeId);
  return {
    storeId,
    cutOverAt: s.cutOverAt,
    paused: brakes.paused || s.paused || tenantPaused || s.authorisation !== "active",
    dryRun: brakes.dryRun || s.dryRun,
    restrictedUntil: s.restrictedAt === null ? null : (s.restrictedUntil ?? "until_lifted"),
    optedOutBuyers: s.optedOutBuyers,
    emailLane: await emailLanes(tx, storeId),
    dailyCap: s.dailyCap,
    stoppedSkus: [...s.stoppedSkus, ...brakes.stoppedSkus],
    stoppedAsins: [...s.stoppedAsins, ...brakes.stoppedAsins],
    blackouts: [...s.blackouts, ...brakes.blackouts],
    sender: {
      startedAt: s.senderStartedAt,
      ownDomain: s.senderDomainId !== null,
      stopped:
        s.senderStoppedAt === null ? null : { at: s.senderStoppedAt, reason: s.senderStopReason ?? "complaints" },
    },
  };
}

async function emailLanes(tx: TenantDb, storeId: string): Promise<Record<string, EmailLane>> {
  const rows = await tx.sql
    .select({
      marketplaceId: storeMarketplace.marketplaceId,
      on: storeMarketplace.emailLane,
      sender: storeMarketplace.senderState,
      canary: storeMarketplace.canary,
      canaryAt: storeMarketplace.canaryAt,
    })
    .from(storeMarketplace)
    .where(and(eq(storeMarketplace.tenantId, tx.tenantId), eq(storeMarketplace.storeId, storeId)));
  return Object.fromEntries(
    rows.map(({ marketplaceId, on, sender, canary, canaryAt }) => {
      const flown = canary === null ? null : { state: canary, at: canaryAt };
      return [marketplaceId, { on, sender, canary: flown }];
    }),
  );
}
