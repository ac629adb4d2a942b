import type { StoreFacts } from "@heed/core/policy/facts";
import { and, desc, eq, isNull, or } from "drizzle-orm";
import { brake } from "../schema/brake.ts";
import type { TenantDb } from "../tenant-db.ts";

export type Brake = typeof brake.$inferSelect;

type BrakeFacts = Pick<StoreFacts, "paused" | "dryRun" | "stoppedSkus" | "stoppedAsins" | "blackouts">;

/** What the brakes that are on say about a store. */
export async function brakeFacts(
  tx: TenantDb,
  { storeId, clientId }: { readonly storeId: string; readonly clientId: string | null },
): Promise<BrakeFacts> {
  const ofClient = clientId === null ? undefined : eq(brake.clientId, clientId);
  const rows = await tx.sql
    .select()
    .from(brake)
    .where(
      and(
        eq(brake.tenantId, tx.tenantId),
        isNull(brake.liftedAt),
        or(eq(brake.storeId, storeId), ofClient, and(isNull(brake.storeId), isNull(brake.clientId))),
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

/** Brakes that are on, and the last lifted ones; the newest first. */
export async function listBrakes(tx: TenantDb, { storeId }: { readonly storeId: string | "all" }): Promise<Brake[]> {
  const here = storeId === "all" ? undefined : or(eq(brake.storeId, storeId), isNull(brake.storeId));
  return tx.sql
    .select()
    .from(brake)
    .where(and(eq(brake.tenantId, tx.tenantId), here))
    .orderBy(desc(brake.liftedAt), desc(brake.id))
    .limit(MOST);
}
