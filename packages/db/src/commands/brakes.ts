import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import type { Brake } from "../queries/brakes.ts";
import { brake } from "../schema/brake.ts";
import { store } from "../schema/store.ts";
import { clientStore, tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";

export type BrakeWish = {
  readonly reason: string;
  /** Null: the whole workspace, or the client where one is named. */
  readonly storeId: string | null;
  readonly clientId?: string | null;
} & (
  | { readonly kind: "pause" | "dry_run" }
  | { readonly kind: "stop_item"; readonly sku: string | null; readonly asin: string | null }
  | { readonly kind: "blackout"; readonly fromDay: string; readonly toDay: string }
);

/** Holds messages back from the next claim on: claims and brakes take turns on the workspace's row. */
export async function setBrake(tx: TenantDb, wish: BrakeWish, now: Instant): Promise<string> {
  await takeTurnWithClaims(tx);
  requireRight(tx, wish.storeId);
  const { kind, reason, storeId, clientId = null } = wish;
  if (clientId !== null && (await clientStores(tx, clientId)).length === 0) {
    throw new AppError("NOT_FOUND", "There is no such client, or it has no store in this workspace.");
  }
  const details = detailsOf(wish);
  const [row] = await tx.sql
    .insert(brake)
    .values({
      tenantId: tx.tenantId,
      kind,
      reason,
      storeId,
      clientId,
      ...details,
      madeAt: now,
      madeBy: tx.access.userId,
    })
    .returning({ id: brake.id });
  const id = row?.id ?? "";
  await appendAudit(tx, {
    now,
    act: `brake.${kind}`,
    subject: `brake:${id}`,
    after: { storeId, clientId, reason, ...details },
  });
  await appendLive(tx, ["flows", "messages", "stores"], now);
  return id;
}

/** Takes a brake off. What it refused is planned again where its window is still open. */
export async function liftBrake(tx: TenantDb, { brakeId, now }: { brakeId: string; now: Instant }): Promise<void> {
  await takeTurnWithClaims(tx);
  const [row] = await tx.sql
    .update(brake)
    .set({ liftedAt: now, liftedBy: tx.access.userId })
    .where(and(eq(brake.tenantId, tx.tenantId), eq(brake.id, brakeId), isNull(brake.liftedAt)))
    .returning();
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such brake, or it is lifted already.");
  for (const storeId of await heldStores(tx, row)) {
    await askJob(tx, { kind: "replan_store", subject: storeId, now, flags: { pull: true } });
  }
  await appendAudit(tx, { now, act: "brake.lifted", subject: `brake:${brakeId}`, before: { kind: row.kind } });
  await appendLive(tx, ["flows", "messages", "stores"], now);
}

/** A claim holds the workspace's row until it is committed: this waits for it, and later claims see what is written here. */
async function takeTurnWithClaims(tx: TenantDb): Promise<void> {
  await tx.sql.select({ id: tenant.id }).from(tenant).where(eq(tenant.id, tx.tenantId)).for("no key update");
}

function requireRight({ access }: TenantDb, storeId: string | null): void {
  if (access.stores === "all" || (storeId !== null && access.stores.includes(storeId))) return;
  throw new AppError("FORBIDDEN", "This holds stores that you may not see.");
}

function detailsOf(wish: BrakeWish): Partial<Pick<Brake, "sku" | "asin" | "fromDay" | "toDay">> {
  if (wish.kind === "stop_item") {
    if ((wish.sku ?? wish.asin) === null) throw new AppError("INVALID", "Name a SKU or an ASIN.");
    return { sku: wish.sku, asin: wish.asin };
  }
  if (wish.kind !== "blackout") return {};
  if (wish.fromDay > wish.toDay) throw new AppError("INVALID", "The blackout ends before it begins.");
  return { fromDay: wish.fromDay, toDay: wish.toDay };
}

async function heldStores(tx: TenantDb, row: Brake): Promise<string[]> {
  if (row.storeId !== null) return [row.storeId];
  if (row.clientId !== null) return clientStores(tx, row.clientId);
  const rows = await tx.sql.select({ id: store.id }).from(store).where(eq(store.tenantId, tx.tenantId));
  return rows.map(({ id }) => id);
}

async function clientStores(tx: TenantDb, clientId: string): Promise<string[]> {
  const rows = await tx.sql
    .select({ id: clientStore.storeId })
    .from(clientStore)
    .where(
      and(
        eq(clientStore.tenantId, tx.tenantId),
        eq(clientStore.clientId, clientId),
        eq(clientStore.storeTenantId, tx.tenantId),
      ),
    );
  return rows.map(({ id }) => id);
}
