import { AppError } from "@heed/core/errors";
import type { ProbeDays } from "@heed/core/suppression/probe";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";

interface StoreChange {
  readonly storeId: string;
  readonly now: Instant;
}

/** Stops a store before the next claim, or lets it go on; what waited meanwhile is taken up by its own wait. */
export async function pauseStore(
  tx: TenantDb,
  { storeId, paused, now }: StoreChange & { readonly paused: boolean },
): Promise<void> {
  await change(tx, storeId, { paused });
  await appendAudit(tx, { now, act: paused ? "store.paused" : "store.resumed", subject: `store:${storeId}` });
  if (!paused) await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendLive(tx, ["stores"], now);
}

/** The same for every store of the workspace. */
export async function pauseWorkspace(
  tx: TenantDb,
  { paused, now }: { readonly paused: boolean; readonly now: Instant },
): Promise<void> {
  await tx.sql.update(tenant).set({ paused }).where(eq(tenant.id, tx.tenantId));
  const act = paused ? "workspace.paused" : "workspace.resumed";
  await appendAudit(tx, { now, act, subject: `workspace:${tx.tenantId}` });
  await appendLive(tx, ["stores"], now);
}

/** Orders bought before the cut-over stay without messages of ours: another tool may have asked already. */
export async function moveCutOver(
  tx: TenantDb,
  { storeId, cutOverAt, now }: StoreChange & { readonly cutOverAt: Instant },
): Promise<void> {
  const before = await change(tx, storeId, { cutOverAt });
  await appendAudit(tx, {
    now,
    act: "store.cut_over_moved",
    subject: `store:${storeId}`,
    before: { cutOverAt: before.cutOverAt.toString() },
    after: { cutOverAt: cutOverAt.toString() },
  });
  await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendLive(tx, ["stores"], now);
}

/** In a dry run everything is decided and nothing goes out; leaving it plans anew. */
export async function setDryRun(
  tx: TenantDb,
  { storeId, dryRun, now }: StoreChange & { readonly dryRun: boolean },
): Promise<void> {
  await change(tx, storeId, { dryRun });
  await appendAudit(tx, { now, act: dryRun ? "store.dry_run_on" : "store.dry_run_off", subject: `store:${storeId}` });
  if (!dryRun) await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendLive(tx, ["stores"], now);
}

/** The store's own cap of proactive messages in 24 hours; null lets its orders decide (core/policy/daily-cap.ts). */
export async function setDailyCap(
  tx: TenantDb,
  { storeId, cap, now }: StoreChange & { readonly cap: number | null },
): Promise<void> {
  const before = await change(tx, storeId, { ownDailyCap: cap });
  await appendAudit(tx, {
    now,
    act: "store.daily_cap_set",
    subject: `store:${storeId}`,
    before: { cap: before.ownDailyCap },
    after: { cap },
  });
  await appendLive(tx, ["stores"], now);
}

/**
 * Amazon has lifted its restriction, which no interface tells: a person says so. What is planned is decided anew, so that
 * e-mails go again where they were wanted.
 */
export async function liftRestriction(tx: TenantDb, { storeId, now }: StoreChange): Promise<void> {
  const before = await change(tx, storeId, { restrictedAt: null, restrictedUntil: null });
  if (before.restrictedAt === null) return;
  await appendAudit(tx, {
    now,
    act: "store.restriction_lifted",
    subject: `store:${storeId}`,
    before: { restrictedAt: before.restrictedAt.toString() },
  });
  await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendLive(tx, ["stores"], now);
}

/**
 * After how many days a buyer who refused may get one e-mail again; null, the default: never. Read at the moment of
 * sending (queries/probe-facts.ts), so that nothing needs to be planned anew.
 */
export async function setProbe(
  tx: TenantDb,
  { storeId, afterDays, now }: StoreChange & { readonly afterDays: ProbeDays | null },
): Promise<void> {
  const before = await change(tx, storeId, { probeAfterDays: afterDays });
  await appendAudit(tx, {
    now,
    act: "store.probe_set",
    subject: `store:${storeId}`,
    before: { afterDays: before.probeAfterDays },
    after: { afterDays },
  });
  await appendLive(tx, ["stores"], now);
}

/** @returns the store as it was */
async function change(tx: TenantDb, storeId: string, values: Partial<typeof store.$inferInsert>) {
  const here = and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId));
  const [before] = await tx.sql.select().from(store).where(here).for("update");
  if (before === undefined) throw new AppError("NOT_FOUND", "This store does not exist here.");
  await tx.sql.update(store).set(values).where(here);
  return before;
}
