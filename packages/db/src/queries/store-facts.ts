import { AppError } from "@heed/core/errors";
import { BY_HAND_FLOW, isByHand } from "@heed/core/flow/by-hand";
import type { FlowVersion } from "@heed/core/flow/flow";
import type { EmailLane, StoreFacts } from "@heed/core/policy/facts";
import { and, eq } from "drizzle-orm";
import { flow, flowVersion } from "../schema/flow.ts";
import { store, storeMarketplace } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/**
 * The store's settings as rules see them. A workspace on pause pauses its stores.
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
  return {
    storeId,
    cutOverAt: s.cutOverAt,
    paused: s.paused || tenantPaused || s.authorisation !== "active",
    dryRun: s.dryRun,
    restrictedUntil: s.restrictedAt === null ? null : (s.restrictedUntil ?? "until_lifted"),
    optedOutBuyers: s.optedOutBuyers,
    emailLane: await emailLanes(tx, storeId),
    dailyCap: s.dailyCap,
    stoppedSkus: s.stoppedSkus,
    stoppedAsins: s.stoppedAsins,
    blackouts: s.blackouts,
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
    })
    .from(storeMarketplace)
    .where(and(eq(storeMarketplace.tenantId, tx.tenantId), eq(storeMarketplace.storeId, storeId)));
  return Object.fromEntries(rows.map(({ marketplaceId, on, sender }) => [marketplaceId, { on, sender }]));
}

export interface StoreFlow {
  readonly version: FlowVersion;
  /** Only active versions take new orders; the others are here for the messages that pin them. */
  readonly active: boolean;
}

/** The active flows that serve the store with all their versions, first match first. */
export async function flowsOfStore(tx: TenantDb, storeId: string): Promise<StoreFlow[]> {
  const rows = await tx.sql
    .select({ version: flowVersion.definition, storeIds: flow.storeIds, activeVersion: flow.activeVersion })
    .from(flow)
    .innerJoin(flowVersion, and(eq(flowVersion.tenantId, flow.tenantId), eq(flowVersion.flowId, flow.id)))
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.state, "active")));
  return rows
    .filter(({ storeIds }) => storeIds === null || storeIds.includes(storeId))
    .map(({ version, activeVersion }) => ({ version, active: version.version === activeVersion }))
    .sort((a, b) => a.version.priority - b.version.priority);
}

/** The version that a message pins. */
export async function pinnedFlow(tx: TenantDb, pin: { flowKey: string; flowVersion: number }): Promise<FlowVersion> {
  if (isByHand(pin)) return BY_HAND_FLOW;
  const [row] = await tx.sql
    .select({ definition: flowVersion.definition })
    .from(flow)
    .innerJoin(flowVersion, and(eq(flowVersion.tenantId, flow.tenantId), eq(flowVersion.flowId, flow.id)))
    .where(
      and(eq(flow.tenantId, tx.tenantId), eq(flow.flowKey, pin.flowKey), eq(flowVersion.version, pin.flowVersion)),
    );
  if (row === undefined) throw new AppError("INTERNAL", "The flow version of a message is missing.", { details: pin });
  return row.definition;
}
