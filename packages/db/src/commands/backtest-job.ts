import { AppError } from "@heed/core/errors";
import type { BacktestResult, ExpectedRefusals } from "@heed/core/flow/backtest-result";
import type { FlowVersion } from "@heed/core/flow/flow";
import { expectedRefusals } from "@heed/core/flow/merge-results";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { emailFates } from "../queries/flow-trial.ts";
import { backtest } from "../schema/flow.ts";
import { store } from "../schema/store.ts";
import { type JobProgress, job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";

export interface BacktestOrder {
  /** Null: all stores. */
  readonly storeId: string | null;
  readonly definition: FlowVersion;
  readonly days: number;
  readonly now: Instant;
}

/** Asks for a backtest that is too long to wait for. @returns its id */
export async function askBacktest(tx: TenantDb, { now, ...asked }: BacktestOrder): Promise<string> {
  const [row] = await tx.sql
    .insert(backtest)
    .values({ ...asked, tenantId: tx.tenantId, askedAt: now, askedBy: tx.access.userId })
    .returning({ id: backtest.id });
  const id = row?.id ?? "";
  await askJob(tx, { kind: "backtest", subject: id, now });
  return id;
}

export interface BacktestState {
  readonly definition: FlowVersion;
  readonly days: number;
  readonly result: BacktestResult | null;
  /** Null while there is no result. */
  readonly expected: ExpectedRefusals | null;
  readonly progress: JobProgress | null;
  readonly failed: boolean;
}

/** @throws AppError NOT_FOUND */
export async function getBacktest(tx: TenantDb, id: string): Promise<BacktestState> {
  const row = await loadBacktest(tx, id);
  const [work] = await tx.sql
    .select({ progress: job.progress, state: job.state })
    .from(job)
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.kind, "backtest"), eq(job.subject, id)));
  const { definition, days, result, storeId } = row;
  const expected = result === null ? null : expectedRefusals(result, await emailFates(tx, storeId ?? "all"));
  return { definition, days, result, expected, progress: work?.progress ?? null, failed: work?.state === "failed" };
}

/** After this time orders have come and gone, and the answer is another. */
const FRESH = { hours: 24 };

export interface LastBacktest {
  readonly id: string;
  readonly definition: FlowVersion;
}

/** The newest backtest of a flow at this place, to be found again by whoever left the page meanwhile. */
export async function lastBacktest(
  tx: TenantDb,
  { storeId, flowKey, now }: { readonly storeId: string | "all"; readonly flowKey: string; readonly now: Instant },
): Promise<LastBacktest | null> {
  const [row] = await tx.sql
    .select({ id: backtest.id, definition: backtest.definition })
    .from(backtest)
    .where(
      and(
        eq(backtest.tenantId, tx.tenantId),
        gte(backtest.askedAt, now.subtract(FRESH)),
        storeId === "all" ? isNull(backtest.storeId) : eq(backtest.storeId, storeId),
        sql`${backtest.definition} ->> 'flowKey' = ${flowKey}`,
      ),
    )
    .orderBy(desc(backtest.askedAt), desc(backtest.id))
    .limit(1);
  return row ?? null;
}

export async function loadBacktest(tx: TenantDb, id: string): Promise<typeof backtest.$inferSelect> {
  const [row] = await tx.sql
    .select()
    .from(backtest)
    .where(and(eq(backtest.tenantId, tx.tenantId), eq(backtest.id, id)));
  if (row === undefined) throw new AppError("NOT_FOUND", "This backtest does not exist here.");
  return row;
}

/** The stores that a backtest or a page is about. */
export async function storesOf(tx: TenantDb, storeId: string | "all" | null): Promise<string[]> {
  if (storeId !== "all" && storeId !== null) return [storeId];
  const rows = await tx.sql
    .select({ id: store.id })
    .from(store)
    .where(eq(store.tenantId, tx.tenantId))
    .orderBy(store.id);
  return rows.map(({ id }) => id);
}

export async function saveProgress(tx: TenantDb, jobId: string, progress: JobProgress): Promise<void> {
  await tx.sql
    .update(job)
    .set({ progress })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
}

export async function saveResult(
  tx: TenantDb,
  { id, result, now }: { readonly id: string; readonly result: BacktestResult; readonly now: Instant },
): Promise<void> {
  await tx.sql
    .update(backtest)
    .set({ result })
    .where(and(eq(backtest.tenantId, tx.tenantId), eq(backtest.id, id)));
  await appendLive(tx, ["flows"], now);
}
