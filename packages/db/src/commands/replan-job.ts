import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import { flow } from "../schema/flow.ts";
import { store } from "../schema/store.ts";
import { type JobProgress, job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { closeJob, type Job, lockJob } from "./job.ts";
import { countReplanned, type ReplannedBatch, replanBatch } from "./replan-batch.ts";

export interface ReplanStep {
  readonly job: Job;
  readonly now: Instant;
}

const NOTHING: JobProgress = { done: 0, total: null, bad: 0 };

/**
 * One batch of a job that plans a store or the stores of a flow anew. What it did and where it goes on stands in the
 * job's progress, in the same transaction: a run that dies is taken up there.
 * @returns whether more is left to do
 */
export async function replanStep(tx: TenantDb, { job: given, now }: ReplanStep): Promise<boolean> {
  if (!(await lockJob(tx, { jobId: given.id, attempt: given.attempt }))) return false;
  const progress = (await readProgress(tx, given.id)) ?? NOTHING;
  const scope = await scopeOf(tx, given);
  const total = progress.total ?? (await countReplanned(tx, scope.storeIds, now));
  const batch = await replanBatch(tx, {
    ...flagsOf(progress, scope),
    storeIds: scope.storeIds,
    after: progress.after ?? null,
    now,
  });
  const next = nextProgress({ ...progress, total }, batch);
  await writeProgress(tx, given.id, next);
  const through = batch.after === null && progress.again !== true;
  if (through) await closeJob(tx, { jobId: given.id, runAgainAt: null });
  return !through;
}

function flagsOf({ repin = false, pull = false, spread = 0 }: JobProgress, { flowKey }: Scope) {
  return { repin: repin ? flowKey : null, pullForward: pull, spread };
}

function nextProgress(progress: JobProgress, batch: ReplannedBatch): JobProgress {
  const { after: _after, ...rest } = progress;
  const done = { ...rest, done: progress.done + batch.done, spread: batch.spread };
  if (batch.after !== null) return { ...done, after: batch.after };
  return progress.again === true ? startOver(done) : done;
}

/** What was asked for is asked again, for everything; turns that were dealt stay dealt. */
function startOver({ repin, pull, spread }: JobProgress): JobProgress {
  return { ...NOTHING, ...(repin ? { repin } : {}), ...(pull ? { pull } : {}), ...(spread ? { spread } : {}) };
}

async function readProgress(tx: TenantDb, jobId: string): Promise<JobProgress | null> {
  const [row] = await tx.sql
    .select({ progress: job.progress })
    .from(job)
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
  return row?.progress ?? null;
}

async function writeProgress(tx: TenantDb, jobId: string, progress: JobProgress): Promise<void> {
  await tx.sql
    .update(job)
    .set({ progress })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
}

interface Scope {
  readonly storeIds: readonly string[];
  readonly flowKey: string | null;
}

async function scopeOf(tx: TenantDb, { kind, subject }: Job): Promise<Scope> {
  if (kind === "replan_store") return { storeIds: [subject], flowKey: null };
  const [row] = await tx.sql
    .select({ flowKey: flow.flowKey, storeIds: flow.storeIds })
    .from(flow)
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, subject)));
  if (row === undefined) return { storeIds: [], flowKey: null };
  const stores = await tx.sql
    .select({ id: store.id })
    .from(store)
    .where(eq(store.tenantId, tx.tenantId))
    .orderBy(asc(store.id));
  const storeIds = stores.map(({ id }) => id).filter((id) => row.storeIds?.includes(id) ?? true);
  return { storeIds, flowKey: row.flowKey };
}
