import type { StoreFacts } from "@heed/core/policy/facts";
import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { brake } from "../schema/brake.ts";
import { client, clientStore } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

export type Brake = typeof brake.$inferSelect;

type BrakeFacts = Pick<StoreFacts, "paused" | "dryRun" | "stoppedSkus" | "stoppedAsins" | "blackouts">;

/** What the brakes that are on say about a store: its own, its clients', and those of the whole workspace. */
export async function brakeFacts(tx: TenantDb, storeId: string): Promise<BrakeFacts> {
  const clients = tx.sql
    .select({ id: clientStore.clientId })
    .from(clientStore)
    .where(and(eq(clientStore.tenantId, tx.tenantId), eq(clientStore.storeId, storeId)));
  const rows = await tx.sql
    .select()
    .from(brake)
    .where(
      and(
        eq(brake.tenantId, tx.tenantId),
        isNull(brake.liftedAt),
        or(
          eq(brake.storeId, storeId),
          inArray(brake.clientId, clients),
          and(isNull(brake.storeId), isNull(brake.clientId)),
        ),
      ),
    );
  return {
    paused: rows.some(({ kind }) => kind === "pause"),
    dryRun: rows.some(({ kind }) => kind === "dry_run"),
    stoppedSkus: rows.flatMap(({ kind, sku }) => (kind === "stop_item" && sku !== null ? [sku] : [])),
    stoppedAsins: rows.flatMap(({ kind, asin }) => (kind === "stop_item" && asin !== null ? [asin] : [])),
    blackouts: rows.flatMap(({ kind, fromDay, toDay }) =>
      kind === "blackout" && fromDay !== null && toDay !== null ? [{ from: fromDay, to: toDay }] : [],
    ),
  };
}

const MOST = 200;

export interface ListedBrake extends Brake {
  /** Whose stores it holds; null where it holds a store or the whole workspace. */
  readonly clientName: string | null;
}

/** Brakes that are on, and the last lifted ones; the newest first. */
export async function listBrakes(
  tx: TenantDb,
  { storeId }: { readonly storeId: string | "all" },
): Promise<ListedBrake[]> {
  const here = storeId === "all" ? undefined : or(eq(brake.storeId, storeId), isNull(brake.storeId));
  const rows = await tx.sql
    .select({ brake, clientName: client.name })
    .from(brake)
    .leftJoin(client, and(eq(client.tenantId, brake.tenantId), eq(client.id, brake.clientId)))
    .where(and(eq(brake.tenantId, tx.tenantId), here))
    .orderBy(desc(brake.liftedAt), desc(brake.id))
    .limit(MOST);
  return rows.map(({ brake: row, clientName }) => ({ ...row, clientName }));
}
